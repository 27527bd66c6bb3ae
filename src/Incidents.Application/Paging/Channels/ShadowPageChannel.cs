using Incidents.Domain.Incidents;

namespace Incidents.Application.Paging.Channels;

/// <summary>Posts what a service in shadow mode would do where its cards go. The card says that no person is paged.</summary>
public sealed class ShadowPageChannel(ITeamChannel channel) : IPageChannel
{
    private readonly SlackPageChannel cards = new(channel);

    /// <inheritdoc />
    public string Kind => Page.Shadow;

    /// <inheritdoc />
    public Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation) => cards.Send(message, cancellation);
}
