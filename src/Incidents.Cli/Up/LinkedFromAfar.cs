using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Up;

/// <summary>A channel that leaves this machine: a link that leads back to 127.0.0.1 would open nothing on a phone and is left out.</summary>
internal sealed class LinkedFromAfar(INotificationChannel channel) : INotificationChannel
{
    public string Kind => channel.Kind;

    public Task<DeliveryResult> Send(Notification content, MessageRef? replaces, CancellationToken cancellation) =>
        channel.Send(content is PageMessage { Link.IsLoopback: true } message ? message with { Link = null } : content, replaces, cancellation);
}
