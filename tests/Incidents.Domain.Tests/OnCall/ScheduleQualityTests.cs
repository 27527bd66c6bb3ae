using Incidents.Domain.OnCall;
using NodaTime;
using static Incidents.Domain.Tests.OnCall.Time;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Coverage, balance and overload (D22). Each case is a week of 168 hours from Monday, 5 January 2026.</summary>
public class ScheduleQualityTests
{
    [Fact]
    public void TwoPeopleInTurns_OverTheWholeWeek_IsAsGoodAsItGets()
    {
        var quality = Of(One.Layer("2026-01-05T00:00Z", One.Hourly(12), "ada", "bea"));

        Assert.Equal((100, 100, 100), Scores(quality));
        Assert.Empty(quality.Overloaded);
    }

    [Fact]
    public void OnePerson_IsBalanced() =>
        Assert.Equal((100, 100, 100), Scores(Of(One.Layer("2026-01-05T00:00Z", null, "ada"))));

    [Fact]
    public void Nobody_ScoresNothing()
    {
        var quality = Of(One.Layer("2026-01-05T00:00Z", null));

        Assert.Equal((0, 0, 0), Scores(quality));
        Assert.Empty(quality.Overloaded);
    }

    [Fact]
    public void TimeCoveredTwice_CountsOnce_AndHidesNoGap()
    {
        // Six days by ada, Monday by bea as well: 144 of 168 hours are covered, and 24 to 144 hours is a sixth.
        var quality = Of(Hours("ada", 144), Hours("bea", 24));

        Assert.Equal((86, 17, 52), Scores(quality));
        Assert.Equal([new Overload(new PersonId("ada"), 71)], quality.Overloaded);
    }

    [Theory]
    [InlineData(94, 94, true)]
    [InlineData(95, 100, false)]
    public void BalanceFrom95Up_IsEvenEnough(int hours, int balance, bool overloaded)
    {
        var quality = Of(Hours("ada", 100), Hours("bea", hours));

        Assert.Equal(balance, quality.BalancePercent);
        Assert.Equal(overloaded, quality.Overloaded.Count > 0);
    }

    [Fact]
    public void Roundings_AreHalfToEven()
    {
        // 21 of 168 hours are 12.5 percent, and so is 2 h 37.5 min to 21 hours; the mean of 12 and 12 is 12.
        var eighth = One.Layer("2026-01-05T00:00Z", null, "bea") with { End = At("2026-01-05T02:37:30Z"), Priority = 0 };
        Assert.Equal((12, 12, 12), Scores(Of(Hours("ada", 21), eighth)));

        // 21 hours each: 12.5 percent is 12, balance 100, and 56 is their mean; 63 hours are 37.5 percent, which is 38, and 69 the mean.
        Assert.Equal((12, 100, 56), Scores(Of(Hours("ada", 21), Hours("bea", 21))));
        Assert.Equal((38, 100, 69), Scores(Of(Hours("ada", 63), Hours("bea", 63))));

        // 42 hours are 25 percent, so the mean is 62.5.
        Assert.Equal((25, 100, 62), Scores(Of(Hours("ada", 42))));
    }

    [Fact]
    public void Overloaded_ComesMostFirstAndThenByName()
    {
        // The average is 60 hours; 90 is half as much again, and exactly 60 is no overload.
        var quality = Of(Hours("dan", 30), Hours("cy", 60), Hours("ada", 90), Hours("bea", 90), Hours("eva", 30));

        Assert.Equal([new Overload(new PersonId("ada"), 50), new Overload(new PersonId("bea"), 50)], quality.Overloaded);
    }

    private static Layer Hours(string person, int hours) => One.Layer("2026-01-05T00:00Z", null, person) with
    {
        Name = person, Priority = 0, End = At("2026-01-05T00:00Z") + Duration.FromHours(hours),
    };

    private static ScheduleQuality Of(params Layer[] layers) =>
        new OnCallCalendar(One.Schedule(layers)).Quality(At("2026-01-05T00:00Z"), At("2026-01-12T00:00Z"));

    private static (int, int, int) Scores(ScheduleQuality quality) =>
        (quality.CoveragePercent, quality.BalancePercent, quality.TotalScore);
}
