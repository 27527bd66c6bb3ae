using NodaTime;

namespace Incidents.Application.Configuration;

/// <summary>When a service's people are at work, in their own clock time.</summary>
/// <param name="Days">Days on which the hours begin.</param>
/// <param name="To">On the next day when it is not after <paramref name="From"/>, so equal times are 24 hours.</param>
public sealed record SupportHours(DateTimeZone Zone, IReadOnlySet<IsoDayOfWeek> Days, LocalTime From, LocalTime To)
{
    /// <summary>Whether the clock in <see cref="Zone"/> reads a time within the hours.</summary>
    public bool Contains(Instant at)
    {
        var (date, time) = at.InZone(Zone).LocalDateTime;
        if (From < To)
        {
            return Days.Contains(date.DayOfWeek) && time >= From && time < To;
        }

        return (Days.Contains(date.DayOfWeek) && time >= From)
            || (Days.Contains(date.PlusDays(-1).DayOfWeek) && time < To);
    }

    /// <summary>When the hours begin next; null when they have no day.</summary>
    public Instant? NextBegin(Instant after)
    {
        var today = after.InZone(Zone).Date;
        for (var day = 0; day <= 8; day++)
        {
            var begin = today.PlusDays(day).At(From).InZoneLeniently(Zone).ToInstant();
            if (Days.Contains(today.PlusDays(day).DayOfWeek) && begin > after)
            {
                return begin;
            }
        }

        return null;
    }
}
