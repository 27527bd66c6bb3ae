using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.TimeZones;

namespace Incidents.Domain.Tests.OnCall;

public class WallClockTests
{
    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:00", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T02:59", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:00", "2026-10-25T00:00Z")]
    [InlineData("Europe/Berlin", "2026-10-25T02:59", "2026-10-25T00:59Z")]
    [InlineData("Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00Z")]
    [InlineData("Europe/Dublin", "2026-03-29T01:30", "2026-03-29T01:00Z")]
    [InlineData("Europe/Dublin", "2026-10-25T01:30", "2026-10-25T00:30Z")]
    [InlineData("Africa/Casablanca", "2026-02-15T02:30", "2026-02-15T01:30Z")]
    [InlineData("America/Asuncion", "2023-10-01T00:00", "2023-10-01T04:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T00:00", "2011-12-30T10:00Z")]
    [InlineData("Pacific/Apia", "2011-12-30T23:59", "2011-12-30T10:00Z")]
    [InlineData("America/St_Johns", "2010-11-06T23:30", "2010-11-07T02:00Z")]
    [InlineData("America/St_Johns", "2010-11-07T00:01", "2010-11-07T03:31Z")]
    [InlineData("Antarctica/Troll", "2026-03-29T02:59", "2026-03-29T01:00Z")]
    public void FirstAt_IsTheEarliestInstantThatShowsTheTimeOrALaterOne(string zone, string local, string expected) =>
        Assert.Equal(Time.At(expected), new WallClock(ZoneIds.Find(zone)!).FirstAt(Time.Local(local)));

    [Fact]
    public void Reading_StandsStillWhileClocksAreSetBack()
    {
        var clock = new WallClock(ZoneIds.Find("Europe/Berlin")!);
        var last = Time.Local("2026-10-25T03:00").PlusNanoseconds(-1);

        Assert.Equal(Time.Local("2026-10-25T02:59"), clock.Reading(Time.At("2026-10-25T00:59Z")));
        Assert.Equal(last, clock.Reading(Time.At("2026-10-25T01:00Z")));
        Assert.Equal(last, clock.Reading(Time.At("2026-10-25T01:59Z")));
        Assert.Equal(Time.Local("2026-10-25T03:00"), clock.Reading(Time.At("2026-10-25T02:00Z")));
    }

    [Fact]
    public void Shown_GoesThroughTheRepeatedHourTwice()
    {
        var clock = new WallClock(ZoneIds.Find("Europe/Berlin")!);

        Assert.Equal(Time.Local("2026-10-25T02:30"), clock.Shown(Time.At("2026-10-25T00:30Z")));
        Assert.Equal(Time.Local("2026-10-25T02:30"), clock.Shown(Time.At("2026-10-25T01:30Z")));
    }

    /// <summary>What the engine is built on: a local time has come exactly if it is not after the reading. Every zone, every change in two centuries.</summary>
    [Fact]
    public void FirstAt_HasComeExactlyUpToTheReading_InEveryZone() => Assert.Empty(
        TzdbDateTimeZoneSource.Default.CanonicalIdMap.Values.Distinct().SelectMany(id => Disagreements(ZoneIds.Find(id)!)));

    private static IEnumerable<string> Disagreements(DateTimeZone zone)
    {
        var clock = new WallClock(zone);
        return zone.GetZoneIntervals(Time.At("1890-01-01T00:00Z"), Time.At("2090-01-01T00:00Z"))
            .Where(interval => interval.HasStart)
            .SelectMany(interval => Around(interval.Start))
            .Where(at => clock.FirstAt(clock.Reading(at)) > at || clock.FirstAt(clock.Reading(at).PlusNanoseconds(1)) <= at)
            .Select(at => $"{zone} {at}");
    }

    private static IEnumerable<Instant> Around(Instant change)
    {
        int[] minutes = [-60, 0, 30, 60, 120, 1440];
        return minutes.Select(minute => change + Duration.FromMinutes(minute))
            .SelectMany(at => new[] { at - Duration.Epsilon, at });
    }
}
