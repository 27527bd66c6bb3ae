using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Intake;

/// <summary>An alarm went to OK or to INSUFFICIENT_DATA: the change goes to its incident, or is remembered for the ALARM it overtook.</summary>
public sealed class AlarmRecoveredHandler(IIncidentStore store, JoinIncident join)
{
    /// <returns>Null when another write came first: load and decide again.</returns>
    internal async Task<AlarmOutcome?> Handle(RoutedAlarm signal, AlarmContext context, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var alarm = signal.Alarm;
        // An alarm that joined while one incident ended and another began may be known to both: neither is to wait for it.
        AlarmOutcome? told = null;
        foreach (var number in context.CandidateIncidents().Concat(context.OfService()).Concat(await Last(context, cancellation)).Distinct())
        {
            if (await store.Load(number, alarm.Member, cancellation) is not { Incident.IsOpen: true } record
                || (record.Incident.Opener?.Member != alarm.Member && record.Member is null))
            {
                continue;
            }

            if (await join.Tell(record, signal, settings, told: after => Outcome(alarm, after), cancellation) is not { } outcome)
            {
                return null;
            }

            told = told is null or { Decision: AlarmDecision.Ignored } ? outcome : told;
        }

        if (told is not null)
        {
            return told;
        }

        if (alarm.Change.ClassifyStale(context.Own?.Seen) is { } old)
        {
            return AlarmOutcome.Ignored(null, old);
        }

        // A state of INSUFFICIENT_DATA matters only to an open incident; an OK may have overtaken its ALARM.
        return alarm.State == AlarmState.Ok && await store.Remember(alarm.Member, alarm.Change, context, cancellation) == SaveResult.Conflict
            ? null
            : AlarmOutcome.Ignored(null, Refusal.NothingOpen);
    }

    /// <summary>The incident it last belonged to, which another alarm may have brought back, or the one that took that in.</summary>
    private async Task<IReadOnlyList<IncidentNumber>> Last(AlarmContext context, CancellationToken cancellation) =>
        context.Own is not { Last: { } last } own || last == own.Open || await store.Load(last, member: null, cancellation) is not { } known ? []
        : known.Incident.IsOpen ? [last]
        : known.Incident.MergedInto is { } into ? [into]
        : [];

    private static AlarmOutcome Outcome(Alarm alarm, IncidentRecord record) => alarm.State == AlarmState.Ok
        ? new AlarmOutcome(AlarmDecision.Recovered, record, record.Incident.IsOpen ? "the alarm is OK" : "resolved by recovery")
        : new AlarmOutcome(AlarmDecision.Ignored, record, "insufficient data: noted, no recovery");
}
