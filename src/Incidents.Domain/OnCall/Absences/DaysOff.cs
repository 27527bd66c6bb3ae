using NodaTime;

namespace Incidents.Domain.OnCall.Absences;

/// <summary>Whole days a person is away, the last one included.</summary>
public sealed record DaysOff(LocalDate First, LocalDate Last)
{
    /// <summary>From the first moment of the first day up to the first moment after the last, by the clock of a zone.</summary>
    /// <remarks>A day that begins at 01:00, because the clocks skip midnight, is a whole day too.</remarks>
    public (Instant From, Instant To) In(DateTimeZone zone)
    {
        var clock = new WallClock(zone);
        return (clock.FirstAt(First.AtMidnight()), clock.FirstAt(Last.PlusDays(1).AtMidnight()));
    }
}
