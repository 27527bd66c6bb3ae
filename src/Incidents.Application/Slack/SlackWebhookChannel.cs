using System.Diagnostics;
using Incidents.Application.Notifications;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Slack;

/// <summary>A team's channel behind an incoming webhook: every page is a new card, every other change one short message, and only the answer to a click replaces one.</summary>
/// <param name="reach">What cards can lead to, asked for each message: it becomes known, and may change, while the process runs.</param>
public sealed class SlackWebhookChannel(ISlackWebhook slack, Func<CardLinks> reach, TimeProvider clock) : INotificationChannel
{
    /// <inheritdoc />
    public string Kind => ChannelKind.Slack;

    /// <summary>The message that was clicked.</summary>
    /// <param name="responseUrl">Where Slack said that it can be replaced: five times, for 30 minutes. It is a secret.</param>
    public static MessageRef Clicked(Uri responseUrl) => new(ChannelKind.Slack, responseUrl.OriginalString);

    /// <inheritdoc />
    public async Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation)
    {
        var message = Render(content, isBare: false);
        if (replaces is not null)
        {
            return replaces.Channel == Kind && Uri.TryCreate(replaces.Id, UriKind.Absolute, out var responseUrl)
                ? await slack.Respond(responseUrl, message.ToJson(SlackDelivery.InPlaceOfCard), cancellation)
                : new DeliveryResult.Rejected("foreign_message");
        }

        // A message whose layout Slack refuses still has to arrive, so it is sent once more without any.
        var answer = await slack.Post(content.Team.Name, message.ToJson(), cancellation);
        return answer is DeliveryResult.Rejected { Answer: "invalid_blocks" or "invalid_payload" or "msg_blocks_too_long" or "msg_too_long" }
            ? await slack.Post(content.Team.Name, Render(content, isBare: true).ToJson(), cancellation)
            : answer;
    }

    private SlackMessage Render(Notification content, bool isBare) => content switch
    {
        Notification.Page { Also.Count: > 0 } page => new BacklogCard(reach()) is var card && isBare
            ? card.RenderBare([page.Briefing, .. page.Also])
            : card.Render([page.Briefing, .. page.Also]),
        Notification.Page { Briefing: { Degraded: null } briefing } page when !briefing.Incident.Source.IsCheck() => new IncidentCard(reach()) is var card && isBare
            ? card.RenderBare(briefing, page.MayBeRepeat)
            : card.Render(briefing, page.MayBeRepeat),
        _ => RenderShort(content) is var message && isBare ? new SlackMessage(message.Text) : message,
    };

    /// <summary>Messages whose text alone says all.</summary>
    private SlackMessage RenderShort(Notification content) => content switch
    {
        Notification.Page page when page.Briefing.Incident.Source.IsCheck() => CheckMessage.Render(page.Briefing, page.MayBeRepeat, clock.Now()),
        Notification.Page page => DegradedMessage.Render(page.Briefing),
        Notification.TestPage test => TestMessage.Render(test.Briefing, test.Link),
        Notification.Update { Incidents: [var only] } => new FollowUp(reach()).Render(only.Briefing, only.Kind),
        Notification.Update several => new GatheredNews(reach()).Render(several.Incidents),
        Notification.State state => new IncidentCard(reach()).Render(state.Incident),
        Notification.StateOfSeveral state => new BacklogCard(reach()).Render(state.Incidents),
        Notification.Notice notice => SlackMessage.Of(notice.Lines),
        _ => throw new UnreachableException(),
    };
}
