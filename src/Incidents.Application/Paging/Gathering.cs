using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Paging;

/// <summary>Planners that know the last minute.</summary>
internal static class Gathering
{
    /// <summary>Whom to page for an incident, and what of it waits for others.</summary>
    public static GatheringPlanner PlannerFor(this OnCallConfiguration settings, IncidentRecord record, LastMinute known, Instant now) =>
        settings.PlannerFor(record, now).Within(known, settings.TeamChannelOf(record.Incident), now);

    /// <summary>The same by a planner that is there already.</summary>
    /// <param name="team">The channel that gets the incident's card.</param>
    public static GatheringPlanner Within(this IPagePlanner planner, LastMinute known, TeamChannel team, Instant now) =>
        new(planner, known, (person, channel) => DeliveryTarget.Of(person, channel, team).Name, now);
}
