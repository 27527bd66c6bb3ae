using Incidents.Application.Alarms;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Reconcile;

/// <summary>What open incidents know of alarms: of those that opened them and of those that joined.</summary>
internal sealed class KnownAlarms
{
    /// <summary>CloudWatch gives the time of one change in several places, not always to the same millisecond.</summary>
    private static readonly Duration SameChange = Duration.FromMinutes(1);

    private readonly ILookup<DedupKey, (string? Contributor, AlarmChange Last)> changes;

    private KnownAlarms(IEnumerable<(AlarmMember Member, AlarmChange Last)> known) => changes = known.ToLookup(k => k.Member.Key, k => (k.Member.ContributorId, k.Last));

    public static async Task<KnownAlarms> Of(IIncidentStore store, CancellationToken cancellation)
    {
        var known = new List<(AlarmMember, AlarmChange)>();
        foreach (var incident in await store.OpenIncidents(cancellation))
        {
            if (incident.Opener is { } opener)
            {
                known.Add((opener.Member, opener.Change));
            }

            if (incident.Joined != Domain.Incidents.JoinedAlarms.None || incident.RecountAlarmsAt is not null)
            {
                known.AddRange((await store.Members(incident.Number, cancellation)).Select(member => (member.Member, member.Last)));
            }
        }

        return new KnownAlarms(known);
    }

    /// <summary>Whether an open incident knows that the alarm fires. One series in ALARM is enough for an alarm of several.</summary>
    public bool Cover(FiringAlarm alarm) => changes[alarm.Key].Any(known => known.Contributor is null ? Covers(known.Last, alarm.Since) : known.Last.State == AlarmState.Alarm);

    /// <summary>Whether an incident whose last known change is <paramref name="seen"/> covers the one to ALARM.</summary>
    /// <param name="since">When it went to ALARM.</param>
    public static bool Covers(AlarmChange? seen, Instant since) => seen switch
    {
        null => false,
        { State: AlarmState.Alarm } firing => firing.At >= since - SameChange,
        { } calm => calm.At > since,
    };
}
