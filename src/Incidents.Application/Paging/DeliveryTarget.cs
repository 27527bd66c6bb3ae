using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Application.Paging;

/// <summary>Where a page arrives: a team's channel, or one person by any other channel. What arrives together can be one message.</summary>
/// <param name="Channel">Which of <see cref="ChannelKind"/>.</param>
/// <param name="Name">Name of the team's channel, or id of the person.</param>
internal readonly record struct DeliveryTarget(string Channel, string Name)
{
    /// <summary>Whether it is a channel that all people of an incident look at, in which one message is for all of them.</summary>
    public bool IsShared => Page.IsForTeam(Channel);

    public static DeliveryTarget Of(Page page, Incident incident, OnCallConfiguration settings) =>
        Of(page.Person, page.Channel, settings.TeamChannelOf(incident));

    /// <param name="team">The channel that gets the incident's card.</param>
    public static DeliveryTarget Of(PersonId person, string channel, TeamChannel team) =>
        new(channel, Page.IsForTeam(channel) ? team.ToString() : person.Value);
}
