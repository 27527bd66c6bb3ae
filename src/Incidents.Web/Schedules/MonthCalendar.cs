using Incidents.Domain;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Web.Schedules;

/// <summary>A month of a schedule, day by day in its own time zone. A day is as long as it is: 23 or 25 hours where clocks change.</summary>
/// <param name="FirstColumn">Weekday of the first day, Monday being 1.</param>
/// <param name="Height">Of each day's drawing.</param>
/// <param name="Lanes">What each day's drawing shows, from the top.</param>
public sealed record MonthCalendar(int FirstColumn, IReadOnlyList<CalendarDay> Days, decimal Height, IReadOnlyList<string> Lanes)
{
    internal static MonthCalendar Of(OnCallSchedule schedule, YearMonth month, Instant now, PersonColours colours, Func<PersonId, string> name)
    {
        var zone = schedule.Definition.TimeZone;
        var clock = new WallClock(zone);
        var first = month.OnDayOfMonth(1);
        var (from, to) = (clock.FirstAt(first.AtMidnight()), clock.FirstAt(first.PlusMonths(1).AtMidnight()));
        var final = schedule.Calendar.Segments(from, to);
        var drawing = Drawing.Of(schedule, final, colours, from, to);
        var days = month.ToDateInterval()
            .Select(date => (Date: date, From: clock.FirstAt(date.AtMidnight()), To: clock.FirstAt(date.PlusDays(1).AtMidnight())))
            .Where(day => day.From < day.To)
            .Select(day => new CalendarDay(
                day.Date,
                day.To - day.From,
                day.Date == now.InZone(zone).Date,
                [.. final.Where(segment => segment.From < day.To && segment.To > day.From).Select(segment => Line(segment, day.From, from, clock, colours, name))],
                [.. drawing.Strips.Where(strip => strip.From < day.To && strip.To > day.From).Select(strip => Bar.Of(strip, day.From, day.To))]));
        return new((int)first.DayOfWeek, [.. days], drawing.Height, drawing.Lanes);
    }

    /// <summary>The time is that of the hand-off; null when the turn began before this day or month.</summary>
    private static DayLine Line(Segment segment, Instant day, Instant month, WallClock clock, PersonColours colours, Func<PersonId, string> name) => new(
        segment.From < day || (segment.From == month && segment.Cut.HasFlag(Cut.Start)) ? null : clock.Shown(segment.From).TimeOfDay,
        [.. segment.People.Select(person => new DayPerson(name(person), colours.Of(person)))]);
}

/// <param name="Length">24 hours, but for days on which clocks change.</param>
/// <param name="Lines">Who is on call, in order.</param>
/// <param name="Bars">The drawing, in minutes from the left.</param>
public sealed record CalendarDay(LocalDate Date, Duration Length, bool IsToday, IReadOnlyList<DayLine> Lines, IReadOnlyList<Bar> Bars)
{
    public int Minutes => (int)Length.TotalMinutes;
}

/// <param name="From">Null when they were on call the day before.</param>
/// <param name="People">Empty for a gap.</param>
public sealed record DayLine(LocalTime? From, IReadOnlyList<DayPerson> People);

/// <param name="Colour">A class of the style.</param>
public sealed record DayPerson(string Name, string Colour);

/// <summary>A rectangle: minutes of the day to the right, lanes downwards.</summary>
public sealed record Bar(int X, int Width, decimal Y, decimal Height, string Class)
{
    internal static Bar Of(Strip strip, Instant from, Instant to)
    {
        var x = (int)(Instant.Max(strip.From, from) - from).TotalMinutes;
        var end = (int)(Instant.Min(strip.To, to) - from).TotalMinutes;
        return new(x, Math.Max(1, end - x), strip.Y, strip.Height, strip.Class);
    }
}
