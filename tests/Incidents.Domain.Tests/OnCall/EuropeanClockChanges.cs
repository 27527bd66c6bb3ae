namespace Incidents.Domain.Tests.OnCall;

public class EuropeanClockChanges
{
    [Fact]
    public void F61_Berlin_SkippedHandoff_ComesWhenTheGapEnds() => Assert.Equal(
        """
        2026-03-27 02:30 +01 ada
        2026-03-28 02:30 +01 bea
        2026-03-29 03:00 +02 cy
        2026-03-30 02:30 +02 ada
        """,
        Walk.Of("Europe/Berlin", "2026-03-27T01:30Z", "2026-03-31T00:00Z", One.Daily("02:30")));

    [Fact]
    public void F61_Berlin_RepeatedHandoff_ComesTheFirstTime() => Assert.Equal(
        """
        2026-10-23 02:30 +02 ada
        2026-10-24 02:30 +02 bea
        2026-10-25 02:30 +02 cy
        2026-10-26 02:30 +01 ada
        """,
        Walk.Of("Europe/Berlin", "2026-10-23T00:30Z", "2026-10-27T00:00Z", One.Daily("02:30")));

    [Fact]
    public void Berlin_TwelveHourTurns_StayAtEightInSpring() => Assert.Equal(
        """
        2026-03-28 08:00 +01 ada
        2026-03-28 20:00 +01 bea
        2026-03-29 08:00 +02 cy
        2026-03-29 20:00 +02 ada
        2026-03-30 08:00 +02 bea
        """,
        Walk.Of("Europe/Berlin", "2026-03-28T07:00Z", "2026-03-30T07:00Z", One.Hourly(12, "08:00")));

    [Fact]
    public void Berlin_TwelveHourTurns_StayAtEightInAutumn() => Assert.Equal(
        """
        2026-10-24 08:00 +02 ada
        2026-10-24 20:00 +02 bea
        2026-10-25 08:00 +01 cy
        2026-10-25 20:00 +01 ada
        2026-10-26 08:00 +01 bea
        """,
        Walk.Of("Europe/Berlin", "2026-10-24T06:00Z", "2026-10-26T08:00Z", One.Hourly(12, "08:00")));

    [Fact]
    public void Berlin_HourlyTurnInsideTheGap_IsPassedOver() => Assert.Equal(
        """
        2026-03-29 01:00 +01 ada
        2026-03-29 03:00 +02 cy
        2026-03-29 04:00 +02 ada
        """,
        Walk.Of("Europe/Berlin", "2026-03-29T00:00Z", "2026-03-29T03:00Z", One.Hourly(1)));

    [Fact]
    public void Berlin_HourlyTurnInTheRepeatedHour_LastsTwoHours() => Assert.Equal(
        """
        2026-10-25 01:00 +02 ada
        2026-10-25 02:00 +02 bea
        2026-10-25 03:00 +01 cy
        """,
        Walk.Of("Europe/Berlin", "2026-10-24T23:00Z", "2026-10-25T03:00Z", One.Hourly(1)));

    [Fact]
    public void Dublin_WhoseSummerTimeIsStandardTime_ChangesInSpring() => Assert.Equal(
        """
        2026-03-28 01:30 +00 ada
        2026-03-29 02:00 +01 bea
        2026-03-30 01:30 +01 cy
        """,
        Walk.Of("Europe/Dublin", "2026-03-28T01:30Z", "2026-03-30T20:00Z", One.Daily("01:30")));

    [Fact]
    public void Dublin_WhoseSummerTimeIsStandardTime_ChangesInAutumn() => Assert.Equal(
        """
        2026-10-24 01:30 +01 ada
        2026-10-25 01:30 +01 bea
        2026-10-26 01:30 +00 cy
        """,
        Walk.Of("Europe/Dublin", "2026-10-24T00:30Z", "2026-10-26T20:00Z", One.Daily("01:30")));
}
