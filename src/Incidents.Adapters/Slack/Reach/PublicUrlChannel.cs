using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Slack.Reach;

/// <summary>Lets a message wait a moment until the address of its buttons is read, as it waits for its webhook: in a function the first one is composed right after the start.</summary>
public sealed class PublicUrlChannel(ITeamChannel channel, PublicUrlVerification reach) : ITeamChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public async Task<DeliveryResult> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation)
    {
        if (briefing.Degraded is null)
        {
            await reach.Settle(Patience, cancellation);
        }

        return await channel.Page(briefing, mayBeRepeat, cancellation);
    }

    /// <inheritdoc />
    public async Task<DeliveryResult> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation)
    {
        await reach.Settle(Patience, cancellation);
        return await channel.Summarise(briefings, cancellation);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation) => channel.Test(briefing, link, cancellation);

    /// <inheritdoc />
    public async Task<DeliveryResult> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation)
    {
        await reach.Settle(Patience, cancellation);
        return await channel.Tell(briefing, news, cancellation);
    }

    /// <inheritdoc />
    public async Task<DeliveryResult> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation)
    {
        reach.Believe();
        await reach.Settle(Patience, cancellation);
        return await channel.Replace(briefing, responseUrl, cancellation);
    }

    /// <inheritdoc />
    public async Task<DeliveryResult> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation)
    {
        await reach.Settle(Patience, cancellation);
        return await channel.TellTogether(news, cancellation);
    }

    /// <inheritdoc />
    public async Task<DeliveryResult> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation)
    {
        reach.Believe();
        await reach.Settle(Patience, cancellation);
        return await channel.ReplaceSummary(briefings, responseUrl, cancellation);
    }
}
