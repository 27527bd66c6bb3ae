using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Import;

/// <summary>What an export of another tool comes to in our terms, whichever tool it was.</summary>
public sealed record ImportedTeam
{
    public required IReadOnlyList<Person> People { get; init; }

    public IReadOnlyList<Team> Teams { get; init; } = [];

    public required IReadOnlyList<Schedule> Schedules { get; init; }

    public required IReadOnlyList<EscalationPolicy> Policies { get; init; }

    public required IReadOnlyList<Service> Services { get; init; }

    /// <summary>What the other tool itself says about who will be on call.</summary>
    public IReadOnlyList<RenderedSchedule> Rendered { get; init; } = [];

    /// <summary>What has no counterpart here or cannot be read, each with what to do about it.</summary>
    public IReadOnlyList<Unmapped> Unmapped { get; init; } = [];
}
