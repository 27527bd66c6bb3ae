using Incidents.Application.Alarms;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Notifications;

/// <summary>Names several incidents in one message: a digest of low urgency must not read like an outage.</summary>
internal static class SeveralWords
{
    /// <summary>Whether all of them are messages of low urgency, as `notices` gathers them.</summary>
    public static bool AreNotices(IEnumerable<NotificationContent> briefings) =>
        briefings.All(briefing => briefing.Incident is { Source: IncidentSource.Message, Urgency: Urgency.Low });

    /// <summary>`12 incidents`; `11 notices of low urgency (RDS events)`.</summary>
    public static string Of(IReadOnlyList<NotificationContent> briefings) =>
        !AreNotices(briefings) ? $"{briefings.Count} incidents"
        : briefings.Select(Kind).Distinct().ToList() is [{ } only] ? $"{Short(briefings)} ({NoteWords.Several(only)})"
        : Short(briefings);

    private static string Short(IReadOnlyList<NotificationContent> briefings) => $"{briefings.Count} notices of low urgency";

    private static NoteKind? Kind(NotificationContent briefing) => briefing.Incident.Opener is { } opener ? NoteWords.KindOf(opener.Member.Key) : null;
}
