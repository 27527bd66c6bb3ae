using Incidents.Domain;
using Incidents.Domain.Maintenance;
using NodaTime;

namespace Incidents.Application.Maintenance;

/// <summary>A window as it is requested.</summary>
/// <param name="From">Null means now.</param>
/// <param name="To">First instant after it.</param>
/// <param name="Services">Ids of services.</param>
/// <param name="Alarms">Patterns for names of alarms.</param>
/// <param name="Tags">Each as `key=value`.</param>
public sealed record MaintenanceRequest(
    string Reason, Instant? From, Instant To, IReadOnlyList<ServiceId> Services, IReadOnlyList<string> Alarms, IReadOnlyList<string> Tags)
{
    /// <summary>AWS accounts, each by name or id.</summary>
    public IReadOnlyList<string> Accounts { get; init; } = [];

    /// <summary>Patterns for region codes.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>When it comes again, such as `SU 02:00`; null for a window of its own. <see cref="To"/> is then the end of the last round, and <see cref="Instant.MinValue"/> none.</summary>
    public string? Every { get; init; }

    /// <summary>How long each round lasts; null for a window of its own.</summary>
    public Duration? Length { get; init; }
}

/// <summary>What came of planning or ending a window.</summary>
public abstract record MaintenanceResult
{
    private MaintenanceResult()
    {
    }

    /// <summary>The window is in force, or will be.</summary>
    public sealed record Planned(MaintenanceWindow Window) : MaintenanceResult;

    /// <summary>The window is over. Alarms that it silenced and that still fire have to page now.</summary>
    public sealed record Ended(MaintenanceWindow Window) : MaintenanceResult;

    /// <summary>Something about it cannot be.</summary>
    /// <param name="Problem">What would be right, as a clause after the field's name.</param>
    public sealed record Refused(string Field, string Problem) : MaintenanceResult;

    /// <summary>No window of now or later has this id.</summary>
    public sealed record Unknown(string Id) : MaintenanceResult;
}
