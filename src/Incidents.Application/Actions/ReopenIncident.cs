using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Postmortems;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>A person takes up again what was resolved too early.</summary>
/// <remarks>
/// While it was over, its alarms told it nothing: they are asked. Those that a newer incident has by now stay there while it is open, and the two are linked. No pointer is moved:
/// the alarms remember the incident as their last, and are looked for there.
/// </remarks>
public sealed class ReopenIncident(IIncidentStore store, IncidentChanges changes, IConfigurationSource configuration, DraftPostmortem postmortem, Dispatcher dispatcher)
{
    /// <summary>Longest reason that is kept, in characters; the rest is cut.</summary>
    public const int LongestReason = 500;

    /// <param name="why">In their words.</param>
    /// <param name="clickedCard">Where the card they clicked on can be replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed, or it is reopened and only a link back or the draft is missing.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, string why, Uri? clickedCard, CancellationToken cancellation)
    {
        why = Redactor.Redact(why.Length <= LongestReason ? why : why[..LongestReason]);
        var settings = await configuration.Current(cancellation);
        var newer = new List<IncidentNumber>();
        var result = await changes.Apply(
            number,
            async (record, now) =>
            {
                var known = await Known(record.Incident, cancellation);
                newer = [.. known.Elsewhere.Values.Distinct().Order()];
                return Responding.Reopen(record.Incident, by, why, known.Opener, newer, settings.RulesOf(record), now);
            },
            cancellation);
        if (result is not ChangeResult.Changed changed)
        {
            return result;
        }

        foreach (var other in newer)
        {
            await changes.Apply(other, (record, now) => Directing.Link(record.Incident, by, number, now), cancellation);
        }

        if (await store.Postmortem(number, cancellation) is not null)
        {
            await postmortem.Handle(changed.After, await store.Members(number, cancellation), settings, cancellation);
        }

        return await dispatcher.Dispatch(changed, clickedCard, cancellation);
    }

    /// <summary>The opening alarm as it is by now, and which alarms have a newer incident. Those among the joined ones count as calm here from now on.</summary>
    private async Task<(OpeningAlarm? Opener, Dictionary<AlarmMember, IncidentNumber> Elsewhere)> Known(Incident incident, CancellationToken cancellation)
    {
        if (incident.IsOpen)
        {
            return (incident.Opener, []);
        }

        var members = await store.Members(incident.Number, cancellation);
        var held = await InNewerOnes(incident, cancellation);
        var elsewhere = new Dictionary<AlarmMember, IncidentNumber>(held);
        var seen = new Dictionary<AlarmMember, AlarmChange>();
        foreach (var member in members.Where(m => m.IsFiring).Select(m => m.Member).Concat(incident.Opener is { } first ? [first.Member] : []).Distinct().Take(MostAlarmsAsked))
        {
            var own = (await store.LoadAlarm(new AlarmQuery(member, [], incident.Service), cancellation)).Own;
            if ((own?.Open ?? own?.Last) is { } holder && holder.Value > incident.Number.Value)
            {
                elsewhere.TryAdd(member, holder);
            }

            if (own?.Seen is { } last)
            {
                seen[member] = last;
            }
        }

        foreach (var member in members.Where(m => m.IsFiring && held.ContainsKey(m.Member)))
        {
            await store.SaveMember(incident.Number, member.With(new AlarmChange(AlarmState.Ok, member.Last.At)), member.Last, cancellation);
        }

        var theirs = members.Select(m => m.Member).Concat(incident.Opener is { } alarm ? [alarm.Member] : []).ToHashSet();
        return (Opener(incident, seen, held), elsewhere.Where(e => theirs.Contains(e.Key)).ToDictionary());
    }

    private static OpeningAlarm? Opener(Incident incident, Dictionary<AlarmMember, AlarmChange> seen, Dictionary<AlarmMember, IncidentNumber> held)
    {
        if (incident.Opener is not { } opener)
        {
            return null;
        }

        if (held.ContainsKey(opener.Member))
        {
            return opener with { IsFiring = false };
        }

        return seen.TryGetValue(opener.Member, out var last) && last.Supersedes(opener.Change)
            ? new OpeningAlarm(opener.Member, last) { IsFiring = last.State == AlarmState.Alarm || (last.State == AlarmState.InsufficientData && opener.IsFiring) }
            : opener;
    }

    private async Task<Dictionary<AlarmMember, IncidentNumber>> InNewerOnes(Incident incident, CancellationToken cancellation)
    {
        var found = new Dictionary<AlarmMember, IncidentNumber>();
        foreach (var newer in (await store.OpenIncidents(cancellation)).Where(i => i.Number.Value > incident.Number.Value && i.Service == incident.Service).Take(MostIncidentsAsked))
        {
            foreach (var member in (await store.Members(newer.Number, cancellation)).Select(m => m.Member).Concat(newer.Opener is { } opener ? [opener.Member] : []))
            {
                found.TryAdd(member, newer.Number);
            }
        }

        return found;
    }

    private const int MostAlarmsAsked = 100;
    private const int MostIncidentsAsked = 20;
}
