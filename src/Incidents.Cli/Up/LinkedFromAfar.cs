using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Up;

/// <summary>A channel that leaves this machine: a link that leads back to 127.0.0.1 would open nothing on a phone and is left out.</summary>
internal sealed class LinkedFromAfar(IPageChannel channel) : IPageChannel
{
    public string Kind => channel.Kind;

    public Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation) =>
        channel.Send(message.Link is { IsLoopback: true } ? message with { Link = null } : message, cancellation);
}
