using Incidents.Application.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Notifications;

/// <summary>What an incident is about, on one line: the alarm's name as it is written, what was measured, and the title that a person gave.</summary>
internal static class HeadlineWords
{
    private const int LongestTitleBeside = 100;

    /// <summary>The alarm, unless a person gave it a title before and the alarm is no news to that.</summary>
    public static string First(NotificationContent briefing) => LeadsWithAlarm(briefing) ? NameOf(briefing) : briefing.Incident.Title;

    /// <summary>Everything on one line: `checkout-cpu: CPUUtilization 93.4% > 80%`.</summary>
    /// <param name="longest">Most characters; what was measured stays, names and titles are cut.</param>
    public static string Line(NotificationContent briefing, int longest)
    {
        var incident = briefing.Incident;
        if (briefing.Cause is not { } cause)
        {
            return Shorten.To(incident.Title, longest);
        }

        if (!incident.IsTitleGiven)
        {
            return AlarmWords.Line(NameOf(briefing), cause.Metric, longest);
        }

        var title = Shorten.To(incident.Title, Math.Min(LongestTitleBeside, longest / 2));
        var alarm = AlarmWords.Line(cause.Name, cause.Metric, longest - title.Length - 3);
        return incident.LeadsWithAlarm ? $"{alarm} · {title}" : $"{title} · {alarm}";
    }

    /// <summary>Whether the alarm's name comes first.</summary>
    public static bool LeadsWithAlarm(NotificationContent briefing) => briefing.Cause is not null && briefing.Incident.LeadsWithAlarm;

    /// <summary>While the alarm that opened it is the one, the incident is called by it.</summary>
    public static string NameOf(NotificationContent briefing) =>
        briefing.Incident is { Lead: null, IsTitleGiven: false } ? briefing.Incident.Title : briefing.Cause!.Name;
}
