using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Fairness;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall.Fairness;

public class DutyLoadsTests
{
    private static readonly LocalDate[] Christmas = [new(2026, 12, 25), new(2026, 12, 26)];

    [Theory]
    [InlineData("an ordinary week", "Europe/Berlin", "2026-06-01T00:00", "2026-06-08T00:00", 168, 56, 48, 0)]
    [InlineData("a working day", "Europe/Berlin", "2026-06-01T08:00", "2026-06-01T18:00", 10, 0, 0, 0)]
    [InlineData("one night over midnight", "Europe/Berlin", "2026-06-01T18:00", "2026-06-02T08:00", 14, 8, 0, 0)]
    [InlineData("the tail of a night", "Europe/Berlin", "2026-06-01T03:00", "2026-06-01T09:00", 6, 3, 0, 0)]
    [InlineData("the night the clocks go forward", "Europe/Berlin", "2026-03-28T22:00", "2026-03-29T06:00", 7, 7, 7, 0)]
    [InlineData("the night the clocks go back", "Europe/Berlin", "2026-10-24T22:00", "2026-10-25T06:00", 9, 9, 9, 0)]
    [InlineData("the weekend the clocks go back", "Europe/Berlin", "2026-10-24T00:00", "2026-10-26T00:00", 49, 17, 49, 0)]
    [InlineData("half an hour on Lord Howe", "Australia/Lord_Howe", "2026-04-04T22:00", "2026-04-05T06:00", 8.5, 8.5, 8.5, 0)]
    [InlineData("a Sunday without midnight", "America/Sao_Paulo", "2018-11-04T00:00", "2018-11-05T00:00", 23, 7, 23, 0)]
    [InlineData("a Friday that never was", "Pacific/Apia", "2011-12-29T00:00", "2012-01-01T00:00", 48, 16, 24, 0)]
    [InlineData("Christmas, of which one day is a Saturday", "Europe/Berlin", "2026-12-24T00:00", "2026-12-27T00:00", 72, 24, 24, 48)]
    public void Of_CountsRealHours(string what, string zone, string from, string to, double total, double night, double weekend, double holiday)
    {
        var load = Assert.Single(Of(zone, from, to));

        Assert.Equal((what, total, night, weekend, holiday), (what, load.Total.TotalHours, load.Night.TotalHours, load.Weekend.TotalHours, load.Holiday.TotalHours));
    }

    [Fact]
    public void Of_HoursByThePersonsOwnClock_AreDayForOneAndNightForAnother()
    {
        var shift = new Shift(Time.At("2026-06-01T22:00:00Z"), Time.At("2026-06-02T06:00:00Z"), new PersonId("ada"));

        var nights = new[] { "Etc/UTC", "Asia/Tokyo", "America/New_York" }
            .Select(zone => DutyLoads.Of([shift], [], _ => new(ZoneIds.Find(zone)!, new HashSet<LocalDate>()))[0].Night.TotalHours);

        Assert.Equal([8, 0, 4], nights);
    }

    [Fact]
    public void Of_PeopleWithoutAShift_AreListedLast()
    {
        var shifts = new OnCallCalendar(One.Schedule(One.Layer("2026-06-01T00:00Z", One.Daily(), "bea", "cy", "bea"))).Shifts(Time.At("2026-06-01T00:00Z"), Time.At("2026-06-04T00:00Z"));

        Assert.Equal(["bea", "cy", "ada"], DutyLoads.Of(shifts, [new("ada"), new("bea")], _ => new(DateTimeZone.Utc, new HashSet<LocalDate>())).Select(load => load.Person.Value));
    }

    private static IReadOnlyList<DutyLoad> Of(string zone, string from, string to)
    {
        var clock = new WallClock(ZoneIds.Find(zone)!);
        var shift = new Shift(clock.FirstAt(Time.Local(from)), clock.FirstAt(Time.Local(to)), new PersonId("ada"));
        return DutyLoads.Of([shift], [], _ => new(ZoneIds.Find(zone)!, Christmas.ToHashSet()));
    }
}
