namespace Incidents.Domain.Tests.OnCall;

/// <summary>Groups, several people per turn, vacant turns (D5, D6).</summary>
public class SeveralOnCallTests
{
    [Fact]
    public void TwoPerTurn_NextTurnTakesTheNextTwo() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada, bea
        2026-01-06 00:00 +00 ada, cy
        2026-01-07 00:00 +00 bea, cy
        2026-01-08 00:00 +00 ada, bea
        """,
        Walk.Of(
            One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "bea", "cy") with { OnCallCount = 2 },
            "2026-01-05T00:00Z", "2026-01-09T00:00Z"));

    [Fact]
    public void MorePerTurnThanListed_IsEverybodyOnce() => Assert.Equal(
        "2026-01-05 00:00 +00 ada, bea, cy",
        Walk.Of(
            One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "bea", "cy") with { OnCallCount = 4 },
            "2026-01-05T00:00Z", "2026-01-09T00:00Z"));

    [Fact]
    public void Group_IsOnCallTogether() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada, bea
        2026-01-06 00:00 +00 bea, cy
        2026-01-07 00:00 +00 ada, bea
        """,
        Walk.Of(
            One.Layer("2026-01-05T00:00Z", One.Daily(), "bea+ada", "bea+cy"), "2026-01-05T00:00Z", "2026-01-08T00:00Z"));

    [Fact]
    public void VacantTurn_IsAGapOfItsOwnLength() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 nobody
        2026-01-07 00:00 +00 cy
        """,
        Walk.Of(One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "-", "cy"), "2026-01-05T00:00Z", "2026-01-08T00:00Z"));

    [Fact]
    public void VacantTurnOrEmptyList_LetsLowerLayersThrough()
    {
        var schedule = One.Schedule(
            One.Layer("2026-01-01T00:00Z", null, "dan"),
            One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "-"),
            One.Layer("2026-01-05T00:00Z", One.Daily()));

        Assert.Equal(
            """
            2026-01-05 00:00 +00 ada
            2026-01-06 00:00 +00 dan
            2026-01-07 00:00 +00 ada
            """,
            Walk.Of(schedule, "2026-01-05T00:00Z", "2026-01-08T00:00Z"));
    }
}
