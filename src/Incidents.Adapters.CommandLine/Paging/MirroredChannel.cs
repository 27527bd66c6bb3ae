using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.CommandLine.Paging;

/// <summary>A channel that counts, and others that see the same: the real Slack, and the preview beside it.</summary>
public sealed class MirroredChannel(INotificationChannel channel, INotificationChannel mirror) : INotificationChannel
{
    /// <inheritdoc />
    public string Kind => channel.Kind;

    /// <summary>Asks the channel that counts first; what is left for the mirror is done beside, and nothing waits for it. A message that is replaced is the channel's alone.</summary>
    public async Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation)
    {
        if (replaces is not null)
        {
            return await channel.Send(content, replaces, cancellation);
        }

        try
        {
            return await channel.Send(content, replaces: null, cancellation);
        }
        finally
        {
            Mirror(content, cancellation);
        }
    }

    /// <summary>One after the other, in the order the channel that counts had them. A mirror that does not answer gets no more than this.</summary>
    private void Mirror(Notification content, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (waiting < MostWaiting)
            {
                waiting++;
                mirrored = Next(mirrored, content, cancellation);
            }
        }
    }

    private async Task Next(Task before, Notification content, CancellationToken cancellation)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            await mirror.Send(content, replaces: null, cancellation);
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
