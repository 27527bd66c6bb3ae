using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Kinds of rotation, lengths, days that count, days of the month (D1, D2, D4).</summary>
public class RotationTests
{
    [Fact]
    public void EveryThreeWorkdays_TakesTheWeekendInItsStride() => Assert.Equal(
        """
        2026-01-05 09:00 +00 ada
        2026-01-08 09:00 +00 bea
        2026-01-13 09:00 +00 cy
        2026-01-16 09:00 +00 ada
        """,
        Walk.Of("UTC", "2026-01-05T09:00Z", "2026-01-21T00:00Z", One.Daily("09:00", 3, One.Workdays)));

    [Fact]
    public void FridaysOnly_GoRoundThePeople() => Assert.Equal(
        """
        2026-01-02 09:00 +00 ada
        2026-01-09 09:00 +00 bea
        2026-01-16 09:00 +00 cy
        2026-01-23 09:00 +00 ada
        """,
        Walk.Of("UTC", "2026-01-02T09:00Z", "2026-01-30T00:00Z", One.Daily("09:00", 1, IsoDayOfWeek.Friday)));

    [Fact]
    public void EveryTwoWeeks_IsFourteenLocalDays() => Assert.Equal(
        """
        2026-03-16 09:00 +01 ada
        2026-03-30 09:00 +02 bea
        2026-04-13 09:00 +02 cy
        """,
        Walk.Of("Europe/Berlin", "2026-03-16T08:00Z", "2026-04-20T00:00Z", One.Weekly(IsoDayOfWeek.Monday, "09:00", 2)));

    [Fact]
    public void The31st_ClampsToTheEndOfTheMonthAndComesBack() => Assert.Equal(
        """
        2027-12-31 09:00 +00 ada
        2028-01-31 09:00 +00 bea
        2028-02-29 09:00 +00 cy
        2028-03-31 09:00 +00 ada
        2028-04-30 09:00 +00 bea
        2028-05-31 09:00 +00 cy
        """,
        Walk.Of("UTC", "2027-12-31T09:00Z", "2028-06-01T00:00Z", One.Monthly()));

    [Fact]
    public void The30thEveryTwoMonths_ClampsInFebruaryOnly() => Assert.Equal(
        """
        2026-10-30 00:00 +00 ada
        2026-12-30 00:00 +00 bea
        2027-02-28 00:00 +00 cy
        2027-04-30 00:00 +00 ada
        """,
        Walk.Of("UTC", "2026-10-30T00:00Z", "2027-05-01T00:00Z", One.Monthly(30, "00:00", 2)));

    [Fact]
    public void StartIndex_NamesWhoHasTurnZero_CountedRoundTheList()
    {
        var layer = One.Layer("2026-01-05T09:00Z", One.Daily() with { StartIndex = 4 }, "ada", "bea", "cy");

        Assert.Equal("2026-01-05 09:00 +00 bea\n2026-01-06 09:00 +00 cy", Walk.Of(layer, "2026-01-05T09:00Z", "2026-01-07T00:00Z"));
    }

    [Fact]
    public void WithoutARotation_AllAreOnCallTogether()
    {
        var layer = One.Layer("2026-01-05T09:00Z", null, "cy", "ada+bea", "-", "ada");

        Assert.Equal("2026-01-05 09:00 +00 ada, bea, cy", Walk.Of(layer, "2026-01-05T09:00Z", "2027-01-05T09:00Z"));
    }

    [Theory]
    [InlineData("2026-01-01T00:00Z", "ada")]
    [InlineData("2026-01-01T01:59Z", "bea")]
    [InlineData("2026-01-01T02:00Z", "cy")]
    [InlineData("8999-12-31T23:00Z", "cy")]
    public void FarFromTheAnchor_TheTurnIsCountedAndNotWalked(string at, string expected)
    {
        var layer = One.Layer("2000-01-01T00:00Z", One.Hourly(), "ada", "bea", "cy");

        Assert.Equal(PersonSet.Named(expected), new OnCallCalendar(One.Schedule(layer)).WhoIsOnCall(Time.At(at)));
    }

    [Fact]
    public void LongestTurn_EndsWithinTheCalendar()
    {
        var calendar = new OnCallCalendar(One.Schedule(One.Layer("2026-01-31T09:00Z", One.Monthly(length: 9000), "ada", "bea")));

        Assert.Equal(PersonSet.Named("ada"), calendar.WhoIsOnCall(Time.At("2776-01-31T08:59Z")));
        Assert.Equal(PersonSet.Named("bea"), calendar.WhoIsOnCall(Time.At("2776-01-31T09:00Z")));
        Assert.Equal(PersonSet.Named("bea"), calendar.WhoIsOnCall(Time.At("8999-12-31T00:00Z")));
        Assert.Equal(PersonSet.Nobody, calendar.WhoIsOnCall(Instant.MaxValue));
        Assert.Equal(PersonSet.Nobody, calendar.WhoIsOnCall(Instant.MinValue));
    }
}
