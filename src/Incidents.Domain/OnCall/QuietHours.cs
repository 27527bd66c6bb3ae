using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>When a person does not want to hear of what can wait, in their own clock time.</summary>
/// <param name="Days">Days on which they begin.</param>
/// <param name="From">Not equal to <paramref name="To"/>.</param>
/// <param name="To">On the next day when it is not after <paramref name="From"/>.</param>
public sealed record QuietHours(DateTimeZone Zone, IReadOnlySet<IsoDayOfWeek> Days, LocalTime From, LocalTime To)
{
    /// <summary>When the hours that hold an instant end; null when none do. The end itself is no part of them.</summary>
    public Instant? EndAt(Instant at)
    {
        var end = EndOfOne(at);

        // Where the clocks skip both an end and the next beginning, one follows the other at once.
        while (end is { } over && EndOfOne(over) is { } later)
        {
            end = later;
        }

        return end;
    }

    private Instant? EndOfOne(Instant at)
    {
        var clock = new WallClock(Zone);
        var reading = clock.Reading(at);
        for (var day = reading.Date; day >= reading.Date.PlusDays(-1); day = day.PlusDays(-1))
        {
            var end = (From < To ? day : day.PlusDays(1)).At(To);
            if (Days.Contains(day.DayOfWeek) && day.At(From) <= reading && reading < end)
            {
                return clock.FirstAt(end);
            }
        }

        return null;
    }
}
