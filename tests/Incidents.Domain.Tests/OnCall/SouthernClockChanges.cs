namespace Incidents.Domain.Tests.OnCall;

public class SouthernClockChanges
{
    [Fact]
    public void LordHowe_HalfHourSkipped() => Assert.Equal(
        """
        2026-10-02 02:15 +10:30 ada
        2026-10-03 02:15 +10:30 bea
        2026-10-04 02:30 +11 cy
        2026-10-05 02:15 +11 ada
        """,
        Walk.Of("Australia/Lord_Howe", "2026-10-01T15:45Z", "2026-10-05T00:00Z", One.Daily("02:15")));

    [Fact]
    public void LordHowe_HalfHourRepeated() => Assert.Equal(
        """
        2026-04-03 01:45 +11 ada
        2026-04-04 01:45 +11 bea
        2026-04-05 01:45 +11 cy
        2026-04-06 01:45 +10:30 ada
        """,
        Walk.Of("Australia/Lord_Howe", "2026-04-02T14:45Z", "2026-04-06T00:00Z", One.Daily("01:45")));

    [Fact]
    public void Apia_SkippedDay_HasItsTurnTillTheNextMorning() => Assert.Equal(
        """
        2011-12-28 09:00 -10 ada
        2011-12-29 09:00 -10 bea
        2011-12-31 00:00 +14 cy
        2011-12-31 09:00 +14 ada
        2012-01-01 09:00 +14 bea
        """,
        Walk.Of("Pacific/Apia", "2011-12-28T19:00Z", "2012-01-01T00:00Z", One.Daily("09:00")));

    [Fact]
    public void Apia_SkippedHour() => Assert.Equal(
        """
        2011-09-23 03:30 -11 ada
        2011-09-24 04:00 -10 bea
        2011-09-25 03:30 -10 cy
        """,
        Walk.Of("Pacific/Apia", "2011-09-23T14:30Z", "2011-09-26T12:00Z", One.Daily("03:30")));

    [Fact]
    public void Apia_RepeatedHour() => Assert.Equal(
        """
        2012-03-31 03:30 +14 ada
        2012-04-01 03:30 +14 bea
        2012-04-02 03:30 +13 cy
        """,
        Walk.Of("Pacific/Apia", "2012-03-30T13:30Z", "2012-04-02T12:00Z", One.Daily("03:30")));

    [Fact]
    public void Kwajalein_SkippedDay_HasItsTurnTillNoon() => Assert.Equal(
        """
        1993-08-19 12:00 -12 ada
        1993-08-20 12:00 -12 bea
        1993-08-22 00:00 +12 cy
        1993-08-22 12:00 +12 ada
        1993-08-23 12:00 +12 bea
        """,
        Walk.Of("Pacific/Kwajalein", "1993-08-20T00:00Z", "1993-08-24T00:00Z", One.Daily("12:00")));

    [Fact]
    public void Chatham_ThreeQuartersPastTheHour_Spring() => Assert.Equal(
        """
        2026-09-26 03:00 +12:45 ada
        2026-09-27 03:45 +13:45 bea
        2026-09-28 03:00 +13:45 cy
        """,
        Walk.Of("Pacific/Chatham", "2026-09-25T14:15Z", "2026-09-28T12:00Z", One.Daily("03:00")));

    [Fact]
    public void Chatham_ThreeQuartersPastTheHour_Autumn() => Assert.Equal(
        """
        2026-04-04 03:00 +13:45 ada
        2026-04-05 03:00 +13:45 bea
        2026-04-06 03:00 +12:45 cy
        """,
        Walk.Of("Pacific/Chatham", "2026-04-03T13:15Z", "2026-04-06T12:00Z", One.Daily("03:00")));

    [Fact]
    public void Troll_TwoHoursSkipped_PassesTwoTurnsOver() => Assert.Equal(
        """
        2026-03-28 23:00 +00 ada
        2026-03-29 00:00 +00 bea
        2026-03-29 04:00 +02 cy
        """,
        Walk.Of("Antarctica/Troll", "2026-03-28T23:00Z", "2026-03-29T03:00Z", One.Hourly(1)));

    [Fact]
    public void Troll_TwoHoursRepeated() => Assert.Equal(
        """
        2026-10-24 01:30 +02 ada
        2026-10-25 01:30 +02 bea
        2026-10-26 01:30 +00 cy
        """,
        Walk.Of("Antarctica/Troll", "2026-10-23T23:30Z", "2026-10-26T20:00Z", One.Daily("01:30")));
}
