using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Slack.Cards;

/// <summary>Says that an alarm got through. It has no mentions and no buttons: only its arrival matters.</summary>
internal static class CheckMessage
{
    public static SlackMessage Render(NotificationContent briefing, bool mayBeRepeat, Instant now)
    {
        var incident = briefing.Incident;
        var what = incident.Source == IncidentSource.VersionCheck ? "Check of a new version" : "Daily check";
        var took = CardTimes.Length(now - (briefing.Alarm?.ChangedAt ?? incident.TriggeredAt));
        var repeat = mayBeRepeat ? Mrkdwn.Of($" · possible repeat") : Mrkdwn.Empty;
        return new SlackMessage(
            Mrkdwn.Of($"✅ {what}: an alarm got here, nobody needs to act · {incident.Number.ToString()}{repeat}"),
            new SlackBlock.Section(Mrkdwn.Of($"✅ *{what}*: an alarm was here {took} after it fired. Nobody needs to act. · {incident.Number.ToString()}{repeat}")));
    }
}
