using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

public class OverrideRulesTests
{
    private static readonly Schedule Covered = One.Schedule(One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "bea"));

    [Fact]
    public void SoundOverride_HasNoProblem() =>
        Assert.Empty(OverrideRules.Check(One.Replace("2026-01-05T00:00Z", "2026-01-06T00:00Z", "ada", "cy") with { Layer = "layer" }, Covered));

    [Fact]
    public void UnsoundOverride_IsNamedByItsFields() => Assert.Equal(
        ["to", "replaces", "layer"],
        OverrideRules.Check(
            One.Replace("2026-01-06T00:00Z", "2026-01-06T00:00Z", "ada") with { Replaces = null, Layer = "none" }, Covered)
            .Select(problem => problem.Path));

    [Fact]
    public void UnsoundOverrideInForce_IsNamedByItsPlace()
    {
        var problem = Assert.Single(ScheduleRules.Check(
            Covered with { Overrides = [One.Cover("2026-01-05T00:00Z", "2026-01-06T00:00Z", "ada") with { Layer = "none" }] }));

        Assert.Equal(("overrides[0].layer", false), (problem.Path, problem.IsWarning));
    }

    [Fact]
    public void OverrideInForceThatEndsBeforeItBegins_IsAWarning()
    {
        var problem = Assert.Single(ScheduleRules.Check(Covered with { Overrides = [One.Cover("2026-01-06T00:00Z", "2026-01-05T00:00Z", "cy")] }));

        Assert.Equal(("overrides[0].to", true), (problem.Path, problem.IsWarning));
    }

    [Fact]
    public void RemoveOfTheLastPerson_WarnsAndSaysFromWhen()
    {
        var problem = Assert.Single(OverrideRules.Check(One.Remove("2026-01-05T00:00Z", "2026-01-08T00:00Z", "bea"), Covered));

        Assert.True(problem.IsWarning);
        Assert.Equal("Nobody would be on call from 2026-01-06T00:00:00Z on.", problem.Problem);
    }

    [Fact]
    public void RemoveThatLeavesSomebody_OrFallsInAGapThatIsThere_IsQuiet()
    {
        var sharing = Covered with { Overrides = [One.Add("2026-01-06T00:00Z", "2026-01-07T00:00Z", "cy")] };
        var gap = Covered with { Overrides = [One.Cover("2026-01-06T00:00Z", "2026-01-07T00:00Z")] };
        var remove = One.Remove("2026-01-06T00:00Z", "2026-01-07T00:00Z", "bea");

        Assert.Empty(OverrideRules.Check(remove, sharing));
        Assert.Empty(OverrideRules.Check(remove, gap));
    }
}
