using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Paging.Channels;

/// <summary>The incident's card in the service's Slack channel: it goes out even for a person it cannot mention.</summary>
public sealed class SlackPageChannel(ITeamChannel channel) : IPageChannel
{
    /// <inheritdoc />
    public string Kind => ChannelKind.Slack;

    /// <inheritdoc />
    public Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation) =>
        message.IsTest ? channel.Test(message.Briefing, message.Link, cancellation)
        : message.Also.Count == 0
            ? channel.Page(message.Briefing, message.MayBeRepeat, cancellation)
            : channel.Summarise([message.Briefing, .. message.Also], cancellation);
}
