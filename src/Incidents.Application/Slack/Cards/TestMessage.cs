using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.SlackMarkup;

namespace Incidents.Application.Slack.Cards;

/// <summary>Asks whether a mention reaches a person. No buttons: there is no incident to press for.</summary>
internal static class TestMessage
{
    public static SlackMessage Render(NotificationContent briefing, Uri? link)
    {
        var people = Mrkdwn.Join(", ", briefing.Paged.Select(p => p.SlackId is { } id ? Mrkdwn.Mention(id) : Mrkdwn.Of($"*{p.Name}*")));
        var confirm = link is null ? Mrkdwn.Empty : Mrkdwn.Of($" Press {Mrkdwn.Link(link, "I got it")}.");
        return new SlackMessage(
            Mrkdwn.Of($"TEST for {string.Join(", ", briefing.Paged.Select(p => p.Name))}: nobody needs to act"),
            new SlackBlock.Section(Mrkdwn.Of($"*TEST*, nobody needs to act. {people}: does this reach you?{confirm}")));
    }
}
