using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Intake;

/// <summary>Which open incident an alarm may belong to, the strongest tie first. Pointers may be out of date: the incident is asked.</summary>
internal static class Pointers
{
    /// <summary>Ties that hold whatever the time: the alarm's own, its whole, its children, its parent.</summary>
    public static IEnumerable<IncidentNumber> Ties(this AlarmContext context) =>
        new[] { context.Own?.Open, context.Whole?.Open }
            .Concat(context.Children.Select(child => child.Open))
            .Append(context.ExpectedBy)
            .OfType<IncidentNumber>()
            .Distinct();

    /// <summary>Incidents of the alarm's service which the alarm may have joined, the newest first.</summary>
    public static IEnumerable<IncidentNumber> OfService(this AlarmContext context) => context.Service?.All.Reverse() ?? [];

    /// <summary>Whether another alarm of the service still belongs to what is going on.</summary>
    public static bool IsGathering(this Incident incident, IncidentRules rules, Instant now)
    {
        var last = incident.Joined.LastJoinedAt ?? incident.TriggeredAt;
        return !incident.Source.StandsAlone() && now - last <= rules.GroupWithin && now - incident.TriggeredAt <= rules.GroupAtMost;
    }

    /// <summary>What is wrong with a change when a newer or the same one has been seen; null when it is news.</summary>
    public static Refusal? NotNews(this AlarmChange change, AlarmChange? seen) => seen switch
    {
        null => null,
        { } last when change.Supersedes(last) => null,
        { } last when change == last => Refusal.RepeatedChange,
        { State: AlarmState.Ok } when change.State == AlarmState.Alarm => Refusal.AlreadyRecovered,
        _ => Refusal.StaleChange,
    };
}
