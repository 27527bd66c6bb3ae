using Incidents.Application.Maintenance;
using Incidents.Domain.Configuration;

namespace Incidents.Web.Console;

/// <summary>What the page of maintenance windows shows.</summary>
/// <param name="Draft">What the form holds: empty, or what was refused.</param>
/// <param name="Notice">Why something was refused; null when nothing was.</param>
public sealed record MaintenanceModel(MaintenanceList List, OnCallConfiguration Settings, MaintenanceDraft Draft, string? Notice);

/// <summary>The fields of the form as they were sent.</summary>
public sealed record MaintenanceDraft(string Reason, string From, string To, string Service, string Alarm, string Tag, string Account, string Region)
{
    /// <summary>When it comes again; empty for a window of its own.</summary>
    public string Every { get; init; } = "";

    /// <summary>How long each round lasts; empty for a window of its own.</summary>
    public string For { get; init; } = "";

    public static MaintenanceDraft Empty { get; } = new("", "", "", "", "", "", "", "");
}
