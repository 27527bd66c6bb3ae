using Incidents.Application.Actions;
using Incidents.Application.Maintenance;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>Something that a person did, as a line of a history has it: `{"at": "…", "act": "acknowledge", "incident": "INC-1", "by": "ada"}`.</summary>
/// <param name="Line">Where it stands in the history.</param>
/// <param name="Act">The verb of the command line.</param>
/// <param name="By">Id of the person.</param>
internal sealed record HistoricAct(int Line, Instant At, string Act, string By)
{
    /// <summary>Which incident of the replay; of no meaning for maintenance.</summary>
    public IncidentNumber Incident { get; init; }

    /// <summary>A note, or why.</summary>
    public string Text { get; init; } = "";

    /// <summary>The end of a snooze.</summary>
    public SnoozeUntil? Until { get; init; }

    /// <summary>A window as it was asked for; null for what is done with an incident.</summary>
    public MaintenanceRequest? Window { get; init; }
}
