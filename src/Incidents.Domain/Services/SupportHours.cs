using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Services;

/// <summary>When a service's people are at work, in their own clock time; when clocks change they begin and end once, as hand-offs do.</summary>
/// <param name="Days">Days on which the hours begin.</param>
/// <param name="To">On the next day when it is not after <paramref name="From"/>, so equal times are 24 hours.</param>
public sealed record SupportHours(DateTimeZone Zone, IReadOnlySet<IsoDayOfWeek> Days, LocalTime From, LocalTime To)
{
    private WallClock Clock => new(Zone);

    /// <summary>Whether the clock in <see cref="Zone"/>, as <see cref="WallClock"/> reads it, shows a time within the hours.</summary>
    public bool Contains(Instant at)
    {
        var (date, time) = Clock.Reading(at);
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
        var today = Clock.Reading(after).Date;
        for (var day = 0; day <= 8; day++)
        {
            // Hours that lie in a gap as a whole do not come on that day.
            var begin = Clock.FirstAt(today.PlusDays(day).At(From));
            if (Days.Contains(today.PlusDays(day).DayOfWeek) && begin > after && Contains(begin))
            {
                return begin;
            }
        }

        return null;
    }
}
