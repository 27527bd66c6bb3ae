using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Application.Paging;

/// <summary>Where a page arrives: a Slack channel, or one person by any other channel. What arrives together can be one message.</summary>
/// <param name="Channel">Which of <see cref="ChannelKind"/>.</param>
/// <param name="Name">Name of the Slack channel, or id of the person.</param>
internal readonly record struct DeliveryTarget(string Channel, string Name)
{
    /// <summary>Whether it is a channel that all people of an incident look at, in which one message is for all of them.</summary>
    public bool IsShared => Channel is ChannelKind.Slack or Page.Shadow;

    public static DeliveryTarget Of(Page page, Incident incident, OnCallConfiguration settings) =>
        Of(page.Person, page.Channel, settings.ChannelOf(incident));

    /// <param name="slackChannel">The channel that gets the incident's card.</param>
    public static DeliveryTarget Of(string person, string channel, string slackChannel) =>
        new(channel, channel is ChannelKind.Slack or Page.Shadow ? slackChannel : person);
}
