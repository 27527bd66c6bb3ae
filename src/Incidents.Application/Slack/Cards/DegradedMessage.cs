using Incidents.Application.Alarms;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack.Cards;

/// <summary>A page while the store gives no answer. It mentions who is on call and has no buttons: there is no incident to press for.</summary>
internal static class DegradedMessage
{
    public static SlackMessage Render(NotificationContent briefing)
    {
        var incident = briefing.Incident;
        var what = briefing.Alarm is { } alarm ? AlarmWords.Short(alarm) : incident.Title;
        var severity = incident.Severity.ToString();
        var people = Mrkdwn.Join(", ", briefing.Paged.Select(p => p.SlackId is { } id ? Mrkdwn.Mention(id) : Mrkdwn.Of($"*{p.Name}*")));
        return new SlackMessage(
            Mrkdwn.Of($"🚨 {severity} {briefing.ServiceAndAccount}: {what} (degraded page)"),
            new SlackBlock.Section(Mrkdwn.Lines(
                Mrkdwn.Of($"🚨 *{severity} · {briefing.ServiceAndAccount}* {people}"),
                Mrkdwn.Of($"{Mrkdwn.Code(incident.Title)} {(what == incident.Title ? "" : what)}"),
                briefing.Alarm is { } measured ? Mrkdwn.Text(AlarmWords.Why(measured)) : Mrkdwn.Empty)),
            new SlackBlock.Section(Mrkdwn.Of($"⚠️ {briefing.Degraded ?? ""}")));
    }
}
