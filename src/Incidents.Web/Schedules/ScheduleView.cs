using Incidents.Application.Calendars.Links;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Fairness;
using NodaTime;

namespace Incidents.Web.Schedules;

/// <summary>One schedule on the page of schedules.</summary>
/// <param name="Duty">Now and next.</param>
/// <param name="Loads">Of the month shown, by the schedule's clock.</param>
/// <param name="Gaps">Within the next 30 days.</param>
/// <param name="Link">What is stored of its calendar's link, without the secret address; null when it has none.</param>
public sealed record ScheduleView(
    OnCallSchedule Schedule, OnDuty Duty, MonthCalendar Month, IReadOnlyList<DutyLoad> Loads, ScheduleQuality Quality, IReadOnlyList<Segment> Gaps, CalendarLink? Link)
{
    private static readonly Duration GapsAhead = Duration.FromDays(30);
    private static readonly Duration QualityAhead = Duration.FromDays(52 * 7);

    internal static IReadOnlyList<ScheduleView> All(OnCallConfiguration settings, CalendarBook links, YearMonth month, Instant now)
    {
        var nextWeek = now.InUtc().Date.With(DateAdjusters.Next(IsoDayOfWeek.Monday)).AtMidnight().InUtc().ToInstant();
        return [.. settings.OnCallNow(now).Zip(settings.Schedules.Values, (duty, schedule) => new ScheduleView(
            schedule,
            duty,
            MonthCalendar.Of(schedule, month, now, PersonColours.In(schedule, settings), person => settings.People.GetValueOrDefault(person)?.Name ?? person.Value),
            LoadsOf(schedule, settings, month),
            schedule.Calendar.Quality(nextWeek, nextWeek + QualityAhead),
            schedule.Calendar.Gaps(now, now + GapsAhead),
            links.Of(new CalendarOwner(CalendarKind.Schedule, schedule.Definition.Id.Value))))];
    }

    private static IReadOnlyList<DutyLoad> LoadsOf(OnCallSchedule schedule, OnCallConfiguration settings, YearMonth month)
    {
        var clock = new WallClock(schedule.Definition.TimeZone);
        return ScheduleFairness.Of(schedule, settings, clock.FirstAt(month.OnDayOfMonth(1).AtMidnight()), clock.FirstAt(month.PlusMonths(1).OnDayOfMonth(1).AtMidnight()));
    }
}
