using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Intake;

/// <summary>Which open incident an alarm may belong to, the strongest tie first. Pointers may be out of date: the incident is asked.</summary>
internal static class AlarmCorrelation
{
    /// <summary>Ties that hold whatever the time: the alarm's own, its whole, its children, its parent.</summary>
    public static IEnumerable<IncidentNumber> CandidateIncidents(this AlarmContext context) =>
        new[] { context.Own?.Open, context.Whole?.Open }
            .Concat(context.Children.Select(child => child.Open))
            .Append(context.ExpectedBy)
            .OfType<IncidentNumber>()
            .Distinct();

    /// <summary>Incidents of the alarm's service which the alarm may have joined: the newest of its group, the newest of the whole service, and then the others by age.</summary>
    public static IEnumerable<IncidentNumber> OfService(this AlarmContext context) =>
        new[] { context.Group?.Open, context.Service?.Open }.OfType<IncidentNumber>()
            .Concat(new[] { context.Group, context.Service }.SelectMany(pointer => pointer?.Earlier ?? []).OrderByDescending(number => number.Value))
            .Distinct()
            .Take(MostOfService);

    /// <summary>Whether no newer incident has taken its place as the one that collects.</summary>
    public static bool IsNewest(this AlarmContext context, IncidentNumber number) => number == context.Group?.Open || number == context.Service?.Open;

    /// <summary>Whether an alarm that has no other tie to it belongs to what is going on.</summary>
    public static bool Collects(this Incident incident, AlarmOrigin? origin, IncidentRules rules, Instant now)
    {
        var last = incident.Joined.LastJoinedAt ?? incident.TriggeredAt;
        return !incident.Source.StandsAlone() && now - last <= rules.GroupWithin && now - incident.TriggeredAt <= rules.GroupAtMost && rules.Group switch
        {
            GroupBy.Service => incident.Place() is not { } place || place == Grouping.PlaceOf(origin),
            GroupBy.ServiceEverywhere => incident.Group != Grouping.Family,
            _ => false,
        };
    }

    /// <summary>Whose alarms it collects; null for a declared incident, which is about the service as a whole. Incidents older than groups are where their first alarm is.</summary>
    private static string? Place(this Incident incident) =>
        incident.Group ?? (incident.Opener is { } opener ? Grouping.PlaceOf(AlarmArn.OriginOf(opener.Member.Key)) : null);

    /// <summary>Each is read when an alarm fires, before the first page.</summary>
    private const int MostOfService = 6;

    /// <summary>What is wrong with a change when a newer or the same one has been seen; null when it is news.</summary>
    public static Refusal? ClassifyStale(this AlarmChange change, AlarmChange? seen) => seen switch
    {
        null => null,
        { } last when change.Supersedes(last) => null,
        { } last when change == last => Refusal.RepeatedChange,
        { State: AlarmState.Ok } when change.State == AlarmState.Alarm => Refusal.AlreadyRecovered,
        _ => Refusal.StaleChange,
    };
}
