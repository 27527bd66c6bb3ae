namespace Incidents.Domain.Tests.OnCall;

public class AfricanAndAsianClockChanges
{
    [Fact]
    public void Cairo_DayThatBeginsAtOne() => Assert.Equal(
        """
        2026-04-23 00:00 +02 ada
        2026-04-24 01:00 +03 bea
        2026-04-25 00:00 +03 cy
        """,
        Walk.Of("Africa/Cairo", "2026-04-22T22:00Z", "2026-04-25T20:00Z", One.Daily("00:00")));

    [Fact]
    public void Cairo_LastHourOfTheDayTwice() => Assert.Equal(
        """
        2026-10-27 23:30 +03 ada
        2026-10-28 23:30 +03 bea
        2026-10-29 23:30 +03 cy
        2026-10-30 23:30 +02 ada
        """,
        Walk.Of("Africa/Cairo", "2026-10-27T20:30Z", "2026-10-30T22:00Z", One.Daily("23:30")));

    [Fact]
    public void Casablanca_ClocksBackForRamadan() => Assert.Equal(
        """
        2026-02-14 02:30 +01 ada
        2026-02-15 02:30 +01 bea
        2026-02-16 02:30 +00 cy
        """,
        Walk.Of("Africa/Casablanca", "2026-02-14T01:30Z", "2026-02-16T20:00Z", One.Daily("02:30")));

    [Fact]
    public void Casablanca_ClocksForwardAfterRamadan() => Assert.Equal(
        """
        2026-03-21 02:30 +00 ada
        2026-03-22 03:00 +01 bea
        2026-03-23 02:30 +01 cy
        """,
        Walk.Of("Africa/Casablanca", "2026-03-21T02:30Z", "2026-03-23T20:00Z", One.Daily("02:30")));

    [Fact]
    public void Kathmandu_QuarterOfAnHourSkippedOnce() => Assert.Equal(
        """
        1985-12-31 00:10 +05:30 ada
        1986-01-01 00:15 +05:45 bea
        1986-01-02 00:10 +05:45 cy
        """,
        Walk.Of("Asia/Kathmandu", "1985-12-30T18:40Z", "1986-01-02T18:00Z", One.Daily("00:10")));
}
