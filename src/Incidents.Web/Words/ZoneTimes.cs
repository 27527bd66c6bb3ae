using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Words;

/// <summary>Times as they are on the clocks of a schedule's zone.</summary>
internal static class ZoneTimes
{
    private static readonly LocalDateTimePattern DayAndClock = LocalDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH':'mm");
    private static readonly LocalTimePattern ClockPattern = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalDatePattern WeekdayPattern = LocalDatePattern.CreateWithInvariantCulture("dddd");
    private static readonly YearMonthPattern MonthPattern = YearMonthPattern.CreateWithInvariantCulture("MMMM uuuu");

    /// <summary>`Mon 14 Sep 09:00`.</summary>
    public static string Moment(Instant at, DateTimeZone zone) => DayAndClock.Format(at.InZone(zone).LocalDateTime);

    /// <summary>`09:00`.</summary>
    public static string Clock(LocalTime time) => ClockPattern.Format(time);

    /// <summary>`Monday`.</summary>
    public static string Weekday(LocalDate date) => WeekdayPattern.Format(date);

    /// <summary>`December 2026`.</summary>
    public static string Month(YearMonth month) => MonthPattern.Format(month);
}
