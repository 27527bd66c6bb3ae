using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.CommandLine.Paging;

/// <summary>A channel that counts, and others that see the same: the real Slack, and the preview beside it.</summary>
public sealed class MirroredChannel(ITeamChannel channel, ITeamChannel mirror) : ITeamChannel
{
    /// <inheritdoc />
    public Task<DeliveryResult> Page(NotificationContent briefing, bool mayBeRepeat, CancellationToken cancellation) =>
        Both(c => c.Page(briefing, mayBeRepeat, cancellation));

    /// <inheritdoc />
    public Task<DeliveryResult> Summarise(IReadOnlyList<NotificationContent> briefings, CancellationToken cancellation) =>
        Both(c => c.Summarise(briefings, cancellation));

    /// <inheritdoc />
    public Task<DeliveryResult> Test(NotificationContent briefing, Uri? link, CancellationToken cancellation) =>
        Both(c => c.Test(briefing, link, cancellation));

    /// <inheritdoc />
    public Task<DeliveryResult> Tell(NotificationContent briefing, UpdateKind news, CancellationToken cancellation) =>
        Both(c => c.Tell(briefing, news, cancellation));

    /// <inheritdoc />
    public Task<DeliveryResult> Replace(NotificationContent briefing, Uri responseUrl, CancellationToken cancellation) =>
        channel.Replace(briefing, responseUrl, cancellation);

    /// <inheritdoc />
    public Task<DeliveryResult> TellTogether(IReadOnlyList<ChannelNews> news, CancellationToken cancellation) =>
        Both(c => c.TellTogether(news, cancellation));

    /// <inheritdoc />
    public Task<DeliveryResult> ReplaceSummary(IReadOnlyList<NotificationContent> briefings, Uri responseUrl, CancellationToken cancellation) =>
        channel.ReplaceSummary(briefings, responseUrl, cancellation);

    /// <summary>The channel that counts first; what is left for the mirror is done beside, and nothing waits for it.</summary>
    private async Task<DeliveryResult> Both(Func<ITeamChannel, Task<DeliveryResult>> say)
    {
        try
        {
            return await say(channel);
        }
        finally
        {
            Mirror(say);
        }
    }

    /// <summary>One after the other, in the order the channel that counts had them. A mirror that does not answer gets no more than this.</summary>
    private void Mirror(Func<ITeamChannel, Task<DeliveryResult>> say)
    {
        lock (gate)
        {
            if (waiting < MostWaiting)
            {
                waiting++;
                mirrored = Next(mirrored, say);
            }
        }
    }

    private async Task Next(Task before, Func<ITeamChannel, Task<DeliveryResult>> say)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await say(mirror);
        }
        catch (Exception)
        {
            // Decoration: whatever becomes of it, the channel that counts has had its say.
        }

        lock (gate)
        {
            waiting--;
        }
    }

    private const int MostWaiting = 100;

    private readonly Lock gate = new();
    private int waiting;
    private Task mirrored = Task.CompletedTask;
}
