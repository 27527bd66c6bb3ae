using NodaTime;
using NodaTime.TimeZones;

namespace Incidents.Domain.OnCall;

/// <summary>
/// A zone's clock as schedules read it: it jumps with the zone when clocks go forward, and stands still while they have
/// been set back.
/// </summary>
/// <remarks>
/// So it never runs backwards, and one rule serves every hand-off, window start and window end: a local time comes when
/// this clock first reaches it. A skipped time comes at the end of the gap, a repeated one at its first occurrence, and
/// what is in order locally is in order in time. At an instant it is therefore enough to compare local times.
/// </remarks>
public sealed class WallClock(DateTimeZone zone)
{
    // Offsets lie within 18 hours of UTC, so nothing the clock showed longer ago can be ahead of what it shows now.
    private static readonly Duration LongestStandstill = Duration.FromHours(36);

    private static readonly ZoneLocalMappingResolver FirstOccurrence =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The earliest instant at which the clock shows <paramref name="local"/> or later.</summary>
    public Instant FirstAt(LocalDateTime local) => zone.ResolveLocal(local, FirstOccurrence).ToInstant();

    /// <summary>
    /// The latest time shown up to and at <paramref name="at"/>: <see cref="FirstAt"/> of a local time has come exactly if
    /// that time is not after this one.
    /// </summary>
    public LocalDateTime Reading(Instant at)
    {
        var interval = zone.GetZoneInterval(at);
        var reading = at.WithOffset(interval.WallOffset).LocalDateTime;
        while (interval.HasStart && at - interval.Start < LongestStandstill)
        {
            interval = zone.GetZoneInterval(interval.Start - Duration.Epsilon);
            reading = LocalDateTime.Max(reading, interval.IsoLocalEnd.PlusNanoseconds(-1));
        }

        return reading;
    }

    /// <summary>What people in the zone read off their clocks, second time round in a repeated hour included.</summary>
    public LocalDateTime Shown(Instant at) => at.InZone(zone).LocalDateTime;
}
