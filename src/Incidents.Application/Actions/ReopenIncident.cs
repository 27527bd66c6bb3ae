using Incidents.Application.Configuration;
using Incidents.Application.Intake;
using Incidents.Application.Paging;
using Incidents.Application.Postmortems;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>A person takes up again what was resolved too early.</summary>
/// <remarks>
/// While it was over, its alarms told it nothing: they are asked. Those that a newer incident has by now stay there while it is open, and the two are linked. The others
/// remember the incident as their last, or do so from here on, and are looked for there.
/// </remarks>
public sealed class ReopenIncident(
    IIncidentStore store, IncidentChanges changes, IOnCallConfigurationProvider configuration, NewerIncidents newerOnes, JoinIncident join, DraftPostmortem postmortem, Dispatcher dispatcher)
{
    /// <summary>Longest reason that is kept, in characters; the rest is cut.</summary>
    public const int LongestReason = 500;

    /// <param name="why">In their words.</param>
    /// <param name="clicked">The message that they clicked on, which is then replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed, or it is reopened and only a link back or the draft is missing.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, string why, CancellationToken cancellation, MessageRef? clicked = null)
    {
        why = Redactor.Redact(why.Length <= LongestReason ? why : why[..LongestReason]);
        var settings = await configuration.CurrentOrNone(cancellation);
        var known = Meanwhile.Nothing;
        var result = await changes.Apply(
            number,
            async (record, now) =>
            {
                known = await Known(record.Incident, cancellation);
                return Responding.Reopen(record.Incident, by, why, known.Tell(record.Incident.Opener), known.Newer, settings.RulesOf(record), now).Remarked(settings, by, now);
            },
            cancellation);
        if (result is not ChangeResult.Changed changed)
        {
            return result;
        }

        await newerOnes.TakeBack(number, known.Opener is { } opener ? [opener] : [], cancellation);
        foreach (var other in known.Newer)
        {
            await changes.Apply(other, (record, now) => Directing.Link(record.Incident, by, number, now), cancellation);
        }

        // Without a configuration the draft waits for the next end, which writes it anew.
        if (settings is not null && await store.Postmortem(number, cancellation) is not null)
        {
            await postmortem.Handle(changed.After, await store.Members(number, cancellation), settings, cancellation);
        }

        var told = await dispatcher.Dispatch(changed, cancellation, clicked);
        return settings is not null && told is ChangeResult.Changed { After.Incident.RecountAlarmsAt: not null } reopened
            ? reopened with { After = await join.Count(reopened.After, settings, cancellation) }
            : told;
    }

    /// <summary>The opening alarm as it is by now, and the newer incidents its alarms were in. Those that joined are caught up with when they are counted.</summary>
    private async Task<Meanwhile> Known(Incident incident, CancellationToken cancellation)
    {
        if (incident.IsOpen)
        {
            return Meanwhile.Nothing;
        }

        var alarms = (await store.Members(incident.Number, cancellation)).ToDictionary(m => m.Member, m => m.Last);
        if (incident.Opener is { } opener)
        {
            alarms[opener.Member] = opener.Change;
        }

        var meanwhile = await newerOnes.Ask(incident, alarms, cancellation);
        return new Meanwhile(incident.Opener is { } first ? meanwhile[first.Member] : null, [.. meanwhile.Values.Select(m => m.Elsewhere).OfType<IncidentNumber>().Distinct().OrderBy(n => n.Value)]);
    }

    /// <param name="Opener">What became of the alarm that opened it; null when none did, or it never ended.</param>
    /// <param name="Newer">The newer incidents its alarms were in.</param>
    private sealed record Meanwhile(AlarmMeanwhile? Opener, IReadOnlyList<IncidentNumber> Newer)
    {
        public static Meanwhile Nothing { get; } = new(null, []);

        public OpeningAlarm? Tell(OpeningAlarm? opener) => opener is null || Opener is null ? opener : Opener.Tell(opener);
    }
}
