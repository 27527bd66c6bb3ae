using Incidents.Application.Calendars.Links;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Web.Schedules;

/// <summary>What the page of schedules shows.</summary>
/// <param name="Overrides">Those people made, of all schedules.</param>
/// <param name="People">The calendars of people that have an address.</param>
/// <param name="Made">An address just made, which is shown this once; null when none was.</param>
/// <param name="Notice">What came of a form; null when nothing is to be said.</param>
public sealed record SchedulesModel(
    YearMonth Month, IReadOnlyList<ScheduleView> Schedules, IReadOnlyList<MadeOverride> Overrides, IReadOnlyList<CalendarLink> People, OnCallConfiguration Settings, MadeCalendarLink? Made, string? Notice, Instant Now);
