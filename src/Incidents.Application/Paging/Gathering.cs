using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Paging;

/// <summary>Planners that know the last minute.</summary>
internal static class Gathering
{
    /// <summary>Whom to page for an incident, and what of it waits for others.</summary>
    public static GatheringPlanner PlannerFor(this OnCallConfiguration settings, IncidentRecord record, LastMinute known, Instant now) =>
        settings.PlannerFor(record, now).Within(known, settings.ChannelOf(record.Incident), now);

    /// <summary>The same by a planner that is there already.</summary>
    /// <param name="slackChannel">The channel that gets the incident's card.</param>
    public static GatheringPlanner Within(this IPagePlanner planner, LastMinute known, string slackChannel, Instant now) =>
        new(planner, known, (person, channel) => DeliveryTarget.Of(person, channel, slackChannel).Name, now);
}
