using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Intake;

/// <summary>What became of an incident's alarms while it was over, and which newer incident has them.</summary>
/// <remarks>
/// A resolved incident gets no changes of its alarms. The alarms' items keep what the last incident knew of them when that ended; a newer incident knows more than they do.
/// It has an alarm only if it is open and knows its newest change: one that knows an older change waits for something else, and left to it the alarm would belong to none.
/// </remarks>
public sealed class NewerIncidents(IIncidentStore store)
{
    /// <param name="incident">Only incidents that opened after it are newer.</param>
    /// <param name="alarms">Each with the newest change the incident itself knows.</param>
    internal async Task<IReadOnlyDictionary<AlarmMember, AlarmMeanwhile>> Ask(Incident incident, IReadOnlyDictionary<AlarmMember, AlarmChange> alarms, CancellationToken cancellation)
    {
        if (alarms.Count == 0)
        {
            return new Dictionary<AlarmMember, AlarmMeanwhile>();
        }

        var asked = store.Alarms([.. alarms.Keys], cancellation);
        var open = await store.OpenIncidents(cancellation);
        var remembered = (await asked).ToDictionary(alarm => alarm.Member);
        var known = (await Known(incident, open, remembered.Values, cancellation)).ToLookup(known => known.Member);
        return alarms.ToDictionary(alarm => alarm.Key, alarm => Sum(alarm.Value, remembered.GetValueOrDefault(alarm.Key), [.. known[alarm.Key]], incident.Number));
    }

    /// <summary>Alarms that no newer incident has any more point to the older one from here on: it has to hear of them.</summary>
    /// <param name="alarms">As they were asked for; one that has been written to since has found another incident, or finds it by that.</param>
    internal Task TakeBack(IncidentNumber number, IEnumerable<AlarmMeanwhile> alarms, CancellationToken cancellation) =>
        Task.WhenAll(alarms.Where(alarm => alarm.IsTakenBack(number)).Select(alarm => store.TakeBack(number, alarm.Remembered!, cancellation)));

    /// <summary>What newer incidents know of their alarms, the newest incident first: those of the service that are open, and those the alarms point to, which may be of another service.</summary>
    private async Task<IEnumerable<KnownChange>> Known(Incident incident, IReadOnlyList<Incident> open, IEnumerable<AlarmRecord> remembered, CancellationToken cancellation)
    {
        var ofService = open.Where(i => i.Service == incident.Service).Select(i => i.Number);
        var pointedTo = remembered.SelectMany(alarm => new[] { alarm.Open, alarm.Last }).OfType<IncidentNumber>();
        var newer = ofService.Concat(pointedTo).Where(number => number.Value > incident.Number.Value).Distinct().OrderByDescending(number => number.Value).Take(MostIncidentsAsked);
        return (await Task.WhenAll(newer.Select(number => KnownTo(number, open.FirstOrDefault(i => i.Number == number), cancellation)))).SelectMany(known => known);
    }

    /// <param name="found">The incident where it is at hand; null to read it, because lists lag behind.</param>
    private async Task<IEnumerable<KnownChange>> KnownTo(IncidentNumber number, Incident? found, CancellationToken cancellation)
    {
        if ((found ?? (await store.Load(number, member: null, cancellation))?.Incident) is not { } incident)
        {
            return [];
        }

        var joined = (await store.Members(number, cancellation)).Where(m => m.Member != incident.Opener?.Member).Select(m => new KnownChange(incident, m.Member, m.Last, m.IsFiring));
        return incident.Opener is { } opener ? joined.Prepend(new KnownChange(incident, opener.Member, opener.Change, opener.IsFiring)) : joined;
    }

    private static AlarmMeanwhile Sum(AlarmChange own, AlarmRecord? remembered, IReadOnlyList<KnownChange> known, IncidentNumber number)
    {
        var newest = known.Select(k => k.Last).Append(remembered?.Seen ?? own).Aggregate(own, (last, change) => change.Supersedes(last) ? change : last);
        var holder = known.FirstOrDefault(k => k.Incident.IsOpen && !newest.Supersedes(k.Last) && (k.IsFiring || newest.State != AlarmState.Alarm));
        var last = (remembered?.Open ?? remembered?.Last) is { } pointed && pointed.Value > number.Value ? pointed : (IncidentNumber?)null;
        return new AlarmMeanwhile(remembered, newest, holder?.Incident.Number, holder?.Incident.Number ?? known.FirstOrDefault(k => k.Incident.IsOpen)?.Incident.Number ?? last);
    }

    private sealed record KnownChange(Incident Incident, AlarmMember Member, AlarmChange Last, bool IsFiring);

    /// <summary>An alarm that one beyond this has belongs to both: that keeps an incident open, and loses nothing.</summary>
    private const int MostIncidentsAsked = 20;
}

/// <summary>An alarm as it is by now.</summary>
/// <param name="Remembered">What is remembered of it; null when that is nothing.</param>
/// <param name="Newest">Its newest change known to any incident or remembered with the alarm.</param>
/// <param name="Holder">The newer open incident that has it; null when none has, and it is for the older one to wait for it.</param>
/// <param name="Elsewhere">A newer incident it was in, open or not, whatever change that knows; null when there is none.</param>
internal sealed record AlarmMeanwhile(AlarmRecord? Remembered, AlarmChange Newest, IncidentNumber? Holder, IncidentNumber? Elsewhere)
{
    private bool StaysThere => Holder is not null && Newest.State != AlarmState.Ok;

    /// <summary>Whether the incident has it although it points to a newer one, which is over.</summary>
    public bool IsTakenBack(IncidentNumber number) => Holder is null && Newest.State != AlarmState.Ok && Remembered is { Last: { } last } && last.Value > number.Value;

    /// <summary>As the older incident has it from now on; the same one where there is nothing to tell.</summary>
    public MemberAlarm Tell(MemberAlarm member) =>
        StaysThere ? member.IsFiring ? member.With(new AlarmChange(AlarmState.Ok, member.Last.At)) : member
        : Newest.Supersedes(member.Last) ? member.With(Newest) : member;

    /// <summary>The same for the alarm that opened the older incident.</summary>
    public OpeningAlarm Tell(OpeningAlarm opener) =>
        StaysThere ? opener with { IsFiring = false }
        : Newest.Supersedes(opener.Change) ? new OpeningAlarm(opener.Member, Newest) { IsFiring = Newest.State == AlarmState.Alarm || (Newest.State == AlarmState.InsufficientData && opener.IsFiring) }
        : opener;
}
