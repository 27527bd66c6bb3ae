using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>One change of state out of a history.</summary>
/// <param name="At">When the alarm changed, or for text that is no alarm, when it was sent.</param>
/// <param name="Message">As it would have arrived at that moment.</param>
/// <param name="Fires">The alarm's name when it went to ALARM; null otherwise.</param>
internal sealed record HistoricAlarm(Instant At, AlarmMessage Message, string? Fires)
{
    /// <summary>Where the alarm is; null for text that is no alarm.</summary>
    public AlarmOrigin? Origin { get; init; }

    /// <summary>Where it stands in the history; what has the same time happens in this order.</summary>
    public int Line { get; init; }
}
