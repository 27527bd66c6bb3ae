using Incidents.Application.Calendars.Links;
using Incidents.Application.Calendars.Revisions;

namespace Incidents.Adapters.DynamoDb.Calendars;

/// <summary>A book of calendars as it is stored.</summary>
internal sealed record CalendarBody(IReadOnlyList<CalendarLink> Links, IReadOnlyList<ScheduleRevision> Schedules);
