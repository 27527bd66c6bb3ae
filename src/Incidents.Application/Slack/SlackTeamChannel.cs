using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Slack.BlockKit;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack;

/// <summary>A team's channel behind an incoming webhook: every page is a new card, every other change one short message.</summary>
/// <param name="reach">What cards can lead to, asked for each message: it becomes known, and may change, while the process runs.</param>
public sealed class SlackTeamChannel(ISlackWebhook slack, Func<CardLinks> reach, TimeProvider clock) : ITeamChannel
{
    /// <inheritdoc />
    public Task<DeliveryResult> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation)
    {
        if (briefing.Incident.Source.IsCheck())
        {
            var check = CheckMessage.Render(briefing, mayBeRepeat, clock.Now());
            return Post(briefing, check, new SlackMessage(check.Text), cancellation);
        }

        if (briefing.Degraded is not null)
        {
            var degraded = DegradedMessage.Render(briefing);
            return Post(briefing, degraded, new SlackMessage(degraded.Text), cancellation);
        }

        var card = new IncidentCard(reach());
        return Post(briefing, card.Render(briefing, mayBeRepeat), card.RenderBare(briefing, mayBeRepeat), cancellation);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation)
    {
        var card = new BacklogCard(reach());
        return Post(briefings[0], card.Render(briefings), card.RenderBare(briefings), cancellation);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation)
    {
        var message = TestMessage.Render(briefing, link);
        return Post(briefing, message, new SlackMessage(message.Text), cancellation);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation)
    {
        var message = new FollowUp(reach()).Render(briefing, news);
        return Post(briefing, message, new SlackMessage(message.Text), cancellation);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation) =>
        slack.Respond(responseUrl, new IncidentCard(reach()).Render(briefing).ToJson(SlackDelivery.InPlaceOfCard), cancellation);

    /// <inheritdoc />
    public Task<DeliveryResult> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation)
    {
        var message = new GatheredNews(reach()).Render(news);
        return Post(news[0].Briefing, message, new SlackMessage(message.Text), cancellation);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation) =>
        slack.Respond(responseUrl, new BacklogCard(reach()).Render(briefings).ToJson(SlackDelivery.InPlaceOfCard), cancellation);

    /// <summary>A message whose layout Slack refuses still has to arrive, so it is sent once more without any.</summary>
    private async Task<DeliveryResult> Post(NotificationContent briefing, SlackMessage message, SlackMessage bare, CancellationToken cancellation)
    {
        var answer = await slack.Post(briefing.SlackChannel, message.ToJson(), cancellation);
        return answer is DeliveryResult.Rejected { Answer: "invalid_blocks" or "invalid_payload" or "msg_blocks_too_long" or "msg_too_long" }
            ? await slack.Post(briefing.SlackChannel, bare.ToJson(), cancellation)
            : answer;
    }
}
