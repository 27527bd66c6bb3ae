using System.Text;
using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;

namespace Incidents.Application.Paging;

/// <summary>What the fallback topic says when no channel of a person took a page.</summary>
internal static class FallbackWords
{
    public static FallbackMessage NobodyTookThePage(NotificationContent briefing, Page page)
    {
        var incident = briefing.Incident;
        var title = $"{incident.Severity} {briefing.ServiceAndAccount}: {HeadlineWords.Line(briefing, LongestHeadline)}";
        var who = incident.Source.IsCheck() ? "It is a check, and it did not reach Slack: pages of real alarms would not either."
            : page.Person == PagePlanner.Nobody && briefing.ToldBefore is { Count: > 0 } told ? $"{string.Join(", ", told)} should look: a degraded page went out while the store was down, and no channel takes the card."
            : page.Person == PagePlanner.Nobody ? "Nobody is on call for it."
            : $"{page.Person} should look: no channel took the page.";
        return new FallbackMessage(
            Subject($"{incident.Number} {title}"),
            $"""
            {incident.Number}: {title}
            {who}
            Since {CardTimes.InUtc(incident.TriggeredAt)}. Acknowledge with: incidents ack {incident.Number}
            This is the fallback topic: ordinary pages do not get through. Look at Slack, the channels' credentials, and who is on call.
            """);
    }

    /// <summary>One line of printable ASCII, as an e-mail's subject has to be.</summary>
    private static string Subject(string text)
    {
        var line = new StringBuilder();
        foreach (var c in text.Take(LongestSubject))
        {
            line.Append(c is >= ' ' and <= '~' ? c : '?');
        }

        return line.ToString();
    }

    private const int LongestSubject = 100;
    private const int LongestHeadline = 250;
}
