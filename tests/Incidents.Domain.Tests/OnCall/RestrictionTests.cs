using Incidents.Domain.OnCall;
using NodaTime;
using static NodaTime.IsoDayOfWeek;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Windows that mask a layer (D7, D8).</summary>
public class RestrictionTests
{
    [Fact]
    public void NightOfAListedDay_CoversTheNextMorning_AndNoOther() => Assert.Equal(
        """
        2026-01-04 00:00 +00 nobody
        2026-01-05 20:00 +00 ada
        2026-01-06 08:00 +00 nobody
        """,
        Open("UTC", "2026-01-04T00:00Z", "2026-01-11T00:00Z", One.Window("20:00", "08:00", Monday)));

    [Fact]
    public void NightOfSunday_WrapsIntoMonday_AlsoAtTheWindowsEdge() => Assert.Equal(
        """
        2026-01-05 07:00 +00 ada
        2026-01-05 08:00 +00 nobody
        """,
        Open("UTC", "2026-01-05T07:00Z", "2026-01-06T00:00Z", One.Window("20:00", "08:00", Sunday)));

    [Fact]
    public void EqualTimes_AreTwentyFourHours() => Assert.Equal(
        """
        2026-01-05 00:00 +00 nobody
        2026-01-06 09:00 +00 ada
        2026-01-07 09:00 +00 nobody
        """,
        Open("UTC", "2026-01-05T00:00Z", "2026-01-12T00:00Z", One.Window("09:00", "09:00", Tuesday)));

    [Fact]
    public void Weekend_FromFridayNightToMondayMorning() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 08:00 +00 nobody
        2026-01-09 20:00 +00 ada
        2026-01-12 08:00 +00 nobody
        """,
        Open("UTC", "2026-01-05T00:00Z", "2026-01-13T00:00Z", One.Window(Friday, "20:00", Monday, "08:00")));

    [Fact]
    public void SameWeekdayAndEarlierTime_EndsAWeekLater() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-07 08:00 +00 nobody
        2026-01-07 09:00 +00 ada
        """,
        Open("UTC", "2026-01-05T00:00Z", "2026-01-14T00:00Z", One.Window(Wednesday, "09:00", Wednesday, "08:00")));

    [Fact]
    public void SameWeekdayAndTime_IsTheWholeWeek() => Assert.Equal(
        "2026-01-05 00:00 +00 ada",
        Open("UTC", "2026-01-05T00:00Z", "2026-01-26T00:00Z", One.Window(Wednesday, "09:00", Wednesday, "09:00")));

    [Fact]
    public void Windows_AddUp_AndAbutWithoutASeam() => Assert.Equal(
        """
        2026-01-05 00:00 +00 nobody
        2026-01-05 08:00 +00 ada
        2026-01-05 18:00 +00 nobody
        2026-01-06 08:00 +00 ada
        """,
        Open(
            "UTC", "2026-01-05T00:00Z", "2026-01-06T12:00Z",
            One.Window("12:00", "18:00"), One.Window("08:00", "12:00"), One.Window("09:00", "10:00")));

    [Fact]
    public void WindowInsideTheGap_CoversNothing() => Assert.Equal(
        """
        2026-03-28 02:10 +01 ada
        2026-03-28 02:50 +01 nobody
        2026-03-30 02:10 +02 ada
        2026-03-30 02:50 +02 nobody
        """,
        Open("Europe/Berlin", "2026-03-28T01:10Z", "2026-03-30T12:00Z", One.Window("02:10", "02:50")));

    [Fact]
    public void WindowReachingOutOfTheGap_OpensWhenTheGapEnds() => Assert.Equal(
        """
        2026-03-29 01:00 +01 nobody
        2026-03-29 03:00 +02 ada
        2026-03-29 04:00 +02 nobody
        """,
        Open("Europe/Berlin", "2026-03-29T00:00Z", "2026-03-29T12:00Z", One.Window("02:10", "04:00")));

    [Fact]
    public void WindowInTheRepeatedHour_OpensOnce() => Assert.Equal(
        """
        2026-10-25 00:00 +02 nobody
        2026-10-25 02:10 +02 ada
        2026-10-25 02:50 +02 nobody
        """,
        Open("Europe/Berlin", "2026-10-24T22:00Z", "2026-10-25T22:00Z", One.Window("02:10", "02:50")));

    [Fact]
    public void WindowEndingAfterTheRepeatedHour_EndsByTheClock_AndIsAnHourLonger() => Assert.Equal(
        """
        2026-10-24 20:00 +02 ada
        2026-10-25 08:00 +01 nobody
        """,
        Open("Europe/Berlin", "2026-10-24T18:00Z", "2026-10-25T18:00Z", One.Window("20:00", "08:00")));

    [Fact]
    public void MidnightWindow_OnADayThatBeginsAtOne() => Assert.Equal(
        """
        2018-11-03 12:00 -03 nobody
        2018-11-04 01:00 -02 ada
        2018-11-04 06:00 -02 nobody
        """,
        Open("America/Sao_Paulo", "2018-11-03T15:00Z", "2018-11-04T15:00Z", One.Window("00:00", "06:00")));

    [Fact]
    public void Restrictions_MaskTurnsAndNeverMoveThem()
    {
        var layer = One.Layer("2026-01-05T12:00Z", One.Daily(), "ada", "bea", "cy") with { Restrictions = [One.Window("10:00", "14:00", Monday, Thursday)] };

        Assert.Equal(
            """
            2026-01-05 12:00 +00 ada
            2026-01-05 14:00 +00 nobody
            2026-01-08 10:00 +00 cy
            2026-01-08 12:00 +00 ada
            2026-01-08 14:00 +00 nobody
            """,
            Walk.Of(layer, "2026-01-05T12:00Z", "2026-01-09T00:00Z"));
    }

    private static string Open(string zone, string from, string to, params Restriction[] restrictions) => Walk.Of(
        One.ScheduleIn(zone, One.Layer("2010-01-01T00:00Z", null, "ada") with { Restrictions = restrictions }), from, to);
}
