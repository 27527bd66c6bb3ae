using NodaTime;

namespace Incidents.Domain.Tests.OnCall;

public class AmericanClockChanges
{
    [Fact]
    public void NewYork_SkippedHandoff_ComesWhenTheGapEnds() => Assert.Equal(
        """
        2026-03-06 02:30 -05 ada
        2026-03-07 02:30 -05 bea
        2026-03-08 03:00 -04 cy
        2026-03-09 02:30 -04 ada
        """,
        Walk.Of("America/New_York", "2026-03-06T07:30Z", "2026-03-10T00:00Z", One.Daily("02:30")));

    [Fact]
    public void NewYork_RepeatedHandoff_ComesTheFirstTime() => Assert.Equal(
        """
        2026-10-30 01:30 -04 ada
        2026-10-31 01:30 -04 bea
        2026-11-01 01:30 -04 cy
        2026-11-02 01:30 -05 ada
        """,
        Walk.Of("America/New_York", "2026-10-30T05:30Z", "2026-11-03T00:00Z", One.Daily("01:30")));

    [Fact]
    public void OldAliasOfPacificTime_WeeklyInSpring() => Assert.Equal(
        """
        2026-03-01 02:00 -08 ada
        2026-03-08 03:00 -07 bea
        2026-03-15 02:00 -07 cy
        """,
        Walk.Of("US/Pacific", "2026-03-01T10:00Z", "2026-03-16T20:00Z", One.Weekly(IsoDayOfWeek.Sunday, "02:00")));

    [Fact]
    public void OldAliasOfPacificTime_WeeklyInAutumn() => Assert.Equal(
        """
        2026-10-25 01:00 -07 ada
        2026-11-01 01:00 -07 bea
        2026-11-08 01:00 -08 cy
        """,
        Walk.Of("US/Pacific", "2026-10-25T08:00Z", "2026-11-09T20:00Z", One.Weekly(IsoDayOfWeek.Sunday, "01:00")));

    [Fact]
    public void SaoPaulo_DayThatBeginsAtOne() => Assert.Equal(
        """
        2018-11-02 00:00 -03 ada
        2018-11-03 00:00 -03 bea
        2018-11-04 01:00 -02 cy
        2018-11-05 00:00 -02 ada
        """,
        Walk.Of("America/Sao_Paulo", "2018-11-02T03:00Z", "2018-11-05T20:00Z", One.Daily("00:00")));

    [Fact]
    public void SaoPaulo_LastHourOfTheDayTwice() => Assert.Equal(
        """
        2018-02-15 23:30 -02 ada
        2018-02-16 23:30 -02 bea
        2018-02-17 23:30 -02 cy
        2018-02-18 23:30 -03 ada
        """,
        Walk.Of("America/Sao_Paulo", "2018-02-16T01:30Z", "2018-02-19T20:00Z", One.Daily("23:30")));

    [Fact]
    public void Asuncion_DayThatBeginsAtOne() => Assert.Equal(
        """
        2023-09-30 00:30 -04 ada
        2023-10-01 01:00 -03 bea
        2023-10-02 00:30 -03 cy
        """,
        Walk.Of("America/Asuncion", "2023-09-30T04:30Z", "2023-10-02T20:00Z", One.Daily("00:30")));

    [Fact]
    public void Asuncion_LastHourOfTheDayTwice() => Assert.Equal(
        """
        2023-03-24 23:30 -03 ada
        2023-03-25 23:30 -03 bea
        2023-03-26 23:30 -04 cy
        """,
        Walk.Of("America/Asuncion", "2023-03-25T02:30Z", "2023-03-27T20:00Z", One.Daily("23:30")));

    [Fact]
    public void StJohns_ClocksForwardAMinutePastMidnight() => Assert.Equal(
        """
        2010-03-13 00:30 -03:30 ada
        2010-03-14 01:01 -02:30 bea
        2010-03-15 00:30 -02:30 cy
        """,
        Walk.Of("America/St_Johns", "2010-03-13T04:00Z", "2010-03-15T20:00Z", One.Daily("00:30")));

    [Fact]
    public void StJohns_ClocksBackAMinutePastMidnight_MidnightComesOnce() => Assert.Equal(
        """
        2010-11-06 00:00 -02:30 ada
        2010-11-07 00:00 -02:30 bea
        2010-11-08 00:00 -03:30 cy
        """,
        Walk.Of("America/St_Johns", "2010-11-06T02:30Z", "2010-11-09T00:00Z", One.Daily("00:00")));
}
