using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Where turn 0 begins (D3).</summary>
public class AnchorTests
{
    [Fact]
    public void StartBetweenHandoffs_MakesAShortFirstTurn() => Assert.Equal(
        """
        2026-01-07 15:00 +00 ada
        2026-01-12 09:00 +00 bea
        2026-01-19 09:00 +00 cy
        """,
        Walk.Of("UTC", "2026-01-07T15:00Z", "2026-01-26T00:00Z", One.Weekly(IsoDayOfWeek.Monday, "09:00")));

    [Fact]
    public void StartBeforeThe31stOfAShortMonth_CountsFromTheMonthBefore() => Assert.Equal(
        """
        2026-02-10 00:00 +00 ada
        2026-02-28 09:00 +00 bea
        2026-03-31 09:00 +00 cy
        """,
        Walk.Of("UTC", "2026-02-10T00:00Z", "2026-04-01T00:00Z", One.Monthly(31, "09:00")));

    [Fact]
    public void ExplicitAnchor_KeepsTheOrderOfARewrittenLayer() => Assert.Equal(
        """
        2026-01-26 09:00 +00 cy
        2026-02-02 09:00 +00 ada
        """,
        Walk.Of("UTC", "2026-01-26T09:00Z", "2026-02-09T00:00Z", One.Weekly() with { Anchor = Time.Local("2026-01-12T09:00") }));

    [Fact]
    public void ExplicitAnchor_SetsTimeAndWeekday() => Assert.Equal(
        """
        2026-01-26 09:00 +00 bea
        2026-01-28 17:30 +00 cy
        """,
        Walk.Of(
            "UTC", "2026-01-26T09:00Z", "2026-02-01T00:00Z",
            One.Weekly(IsoDayOfWeek.Monday, "08:00") with { Anchor = Time.Local("2026-01-14T17:30") }));

    [Fact]
    public void ExplicitAnchorOnAClampedDay_LeavesTheDayOfTheMonthAsNamed() => Assert.Equal(
        """
        2026-03-05 00:00 +00 ada
        2026-03-31 09:00 +00 bea
        2026-04-30 09:00 +00 cy
        """,
        Walk.Of(
            "UTC", "2026-03-05T00:00Z", "2026-05-01T00:00Z",
            One.Monthly(31) with { Anchor = Time.Local("2026-02-28T09:00") }));

    [Fact]
    public void WorkdaysFromLessThanADayAfterTheLast_CountFromTheLast() => Assert.Equal(
        """
        2026-01-10 08:59 +00 ada
        2026-01-12 09:00 +00 bea
        """,
        Walk.Of("UTC", "2026-01-10T08:59Z", "2026-01-13T00:00Z", One.Daily("09:00", 1, One.Workdays)));

    [Fact]
    public void WorkdaysFromADayAfterTheLast_CountFromTheNext_AndTurnZeroHoldsBefore() => Assert.Equal(
        """
        2026-01-10 09:00 +00 ada
        2026-01-13 09:00 +00 bea
        """,
        Walk.Of("UTC", "2026-01-10T09:00Z", "2026-01-14T00:00Z", One.Daily("09:00", 1, One.Workdays)));

    [Fact]
    public void HourlyWithoutATime_CountsFromTheStart() => Assert.Equal(
        """
        2026-01-05 10:20 +00 ada
        2026-01-05 15:20 +00 bea
        2026-01-05 20:20 +00 cy
        """,
        Walk.Of("UTC", "2026-01-05T10:20Z", "2026-01-06T00:00Z", One.Hourly(5)));

    [Fact]
    public void HourlyWithATime_CountsFromThatTimeOnTheLatestDay() => Assert.Equal(
        """
        2026-01-05 07:00 +00 cy
        2026-01-05 13:00 +00 ada
        2026-01-05 23:00 +00 bea
        """,
        Walk.Of("UTC", "2026-01-05T07:00Z", "2026-01-06T09:00Z", One.Hourly(10, "17:00") with { StartIndex = 1 }));

    [Fact]
    public void StartInTheSecondPassOfARepeatedHour_BelongsToAHandoffOfTheFirst() => Assert.Equal(
        """
        2026-10-25 02:15 +01 ada
        2026-10-26 02:30 +01 bea
        """,
        Walk.Of("Europe/Berlin", "2026-10-25T01:15Z", "2026-10-27T00:00Z", One.Daily("02:30")));
}
