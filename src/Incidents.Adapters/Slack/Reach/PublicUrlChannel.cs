using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Slack.Reach;

/// <summary>Lets a message wait a moment until the address of its buttons is read, as it waits for its webhook: in a function the first one is composed right after the start.</summary>
public sealed class PublicUrlChannel(INotificationChannel channel, PublicUrlVerification reach) : INotificationChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <inheritdoc />
    public string Kind => channel.Kind;

    /// <inheritdoc />
    public async Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation)
    {
        if (replaces is not null)
        {
            // A click came through the address.
            reach.Believe();
        }

        if (HasButtons(content))
        {
            await reach.Settle(Patience, cancellation);
        }

        return await channel.Send(content, replaces, cancellation);
    }

    private static bool HasButtons(Notification content) => content is not (Notification.TestPage or Notification.Notice or Notification.Page { Briefing.Degraded: not null });
}
