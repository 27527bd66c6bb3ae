using NodaTime;

namespace Incidents.Application.Calendars;

/// <summary>How much of a schedule a calendar shows. It moves once a day, at midnight UTC, so that a calendar read twice is the same calendar.</summary>
public readonly record struct CalendarWindow(Instant From, Instant To)
{
    private const int DaysBack = 15;
    private const int DaysAhead = 180;

    public static CalendarWindow At(Instant now)
    {
        var today = now.InUtc().Date;
        return new(Midnight(today.PlusDays(-DaysBack)), Midnight(today.PlusDays(DaysAhead)));
    }

    private static Instant Midnight(LocalDate date) => date.AtMidnight().InUtc().ToInstant();
}
