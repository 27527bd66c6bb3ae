using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Web.Schedules;

/// <summary>One schedule on the page of schedules.</summary>
/// <param name="Duty">Now and next.</param>
/// <param name="Gaps">Within the next 30 days.</param>
/// <param name="Link">Its calendar's address, which itself nobody knows any more; null when it has none.</param>
public sealed record ScheduleView(OnCallSchedule Schedule, OnDuty Duty, MonthCalendar Month, ScheduleQuality Quality, IReadOnlyList<Segment> Gaps, CalendarLink? Link)
{
    private static readonly Duration GapsAhead = Duration.FromDays(30);
    private static readonly Duration QualityAhead = Duration.FromDays(52 * 7);

    internal static IReadOnlyList<ScheduleView> All(OnCallConfiguration settings, CalendarBook links, YearMonth month, Instant now)
    {
        var nextWeek = now.InUtc().Date.With(DateAdjusters.Next(IsoDayOfWeek.Monday)).AtMidnight().InUtc().ToInstant();
        return [.. settings.OnCallNow(now).Zip(settings.Schedules.Values, (duty, schedule) => new ScheduleView(
            schedule,
            duty,
            MonthCalendar.Of(schedule, month, now, person => settings.People.GetValueOrDefault(person)?.Name ?? person.Value),
            schedule.Calendar.Quality(nextWeek, nextWeek + QualityAhead),
            schedule.Calendar.Gaps(now, now + GapsAhead),
            links.Of(new CalendarOwner(CalendarKind.Schedule, schedule.Definition.Id))))];
    }
}
