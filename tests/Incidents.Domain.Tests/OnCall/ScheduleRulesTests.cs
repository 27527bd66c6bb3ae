using Incidents.Domain.OnCall;
using NodaTime;
using static Incidents.Domain.Tests.OnCall.Time;

namespace Incidents.Domain.Tests.OnCall;

public class ScheduleRulesTests
{
    private static readonly Layer Sound = One.Layer("2026-01-05T09:00Z", One.Weekly(IsoDayOfWeek.Monday, "09:00"), "ada", "bea") with
    {
        Restrictions = [One.Window("20:00", "08:00", One.Workdays), One.Window(IsoDayOfWeek.Friday, "20:00", IsoDayOfWeek.Monday, "08:00")],
        Changes = [One.Change("2026-02-01T00:00Z", "ada")],
    };

    [Fact]
    public void SoundSchedule_HasNoProblem() =>
        Assert.Empty(ScheduleRules.Check(One.Schedule(Sound, Sound with { Name = "other", Participants = [], Rotation = null })));

    public static TheoryData<string, Layer> UnsoundLayers => new()
    {
        { "layers[0].name", Sound with { Name = " " } },
        { "layers[0].start", Sound with { Start = Instant.MaxValue } },
        { "layers[0].end", Sound with { End = Sound.Start } },
        { "layers[0].on_call_count", Sound with { OnCallCount = 0 } },
        { "layers[0].participants", Sound with { Participants = [.. Enumerable.Repeat(Participant.Person("ada"), 101)] } },
        { "layers[0].rotation.length", Sound with { Rotation = One.Daily(length: 0) } },
        { "layers[0].rotation.length", Sound with { Rotation = One.Daily(length: 9001) } },
        { "layers[0].rotation.handoff_time", Sound with { Rotation = One.Daily() with { HandoffTime = new(9, 0, 1) } } },
        { "layers[0].rotation.handoff_monthday", Sound with { Rotation = One.Monthly(0) } },
        { "layers[0].rotation.handoff_monthday", Sound with { Rotation = One.Monthly(32) } },
        { "layers[0].rotation.days", Sound with { Rotation = One.Daily(null, 1, IsoDayOfWeek.Monday, IsoDayOfWeek.Monday) } },
        { "layers[0].rotation.anchor", Sound with { Rotation = One.Weekly() with { Anchor = Local("2026-01-05T09:01") } } },
        {
            "layers[0].rotation.anchor",
            Sound with { Rotation = One.Daily(null, 1, IsoDayOfWeek.Monday) with { Anchor = Local("2026-01-04T09:00") } }
        },
        { "layers[0].restrictions[0].start", Sound with { Restrictions = [new Restriction.Daily(new(9, 0, 1), new(17, 0))] } },
        { "layers[0].restrictions[0].end", Sound with { Restrictions = [new Restriction.Daily(new(9, 0), new(17, 0, 1))] } },
        { "layers[0].restrictions[0].days", Sound with { Restrictions = [One.Window("09:00", "17:00", IsoDayOfWeek.Monday, IsoDayOfWeek.Monday)] } },
        { "layers[0].changes[0].at", Sound with { Changes = [new(Instant.MaxValue, [])] } },
        {
            "layers[0].changes[0].participants",
            Sound with { Changes = [new(Sound.Start, [.. Enumerable.Repeat(Participant.Vacant, 101)])] }
        },
    };

    [Theory]
    [MemberData(nameof(UnsoundLayers), DisableDiscoveryEnumeration = true)]
    public void UnsoundLayer_IsNamedByItsField(string path, Layer layer)
    {
        var problem = Assert.Single(ScheduleRules.Check(One.Schedule(layer)));

        Assert.Equal(path, problem.Path);
        Assert.False(problem.IsWarning);
        Assert.EndsWith(".", problem.Problem, StringComparison.Ordinal);
        Assert.EndsWith(".", problem.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void LimitsThemselves_AreAllowed() => Assert.Empty(ScheduleRules.Check(One.Schedule(
        Sound with { Rotation = One.Monthly(31, length: 9000) with { Anchor = Local("2026-01-05T09:00") } },
        Sound with { Name = "many", Participants = [.. Enumerable.Repeat(Participant.Person("ada"), 100)] })));

    [Fact]
    public void AnchorIsComparedInTheLayersZone()
    {
        var layer = Sound with { Rotation = One.Weekly() with { Anchor = Local("2026-01-05T10:00") } };

        Assert.Empty(ScheduleRules.Check(One.Schedule(layer with { TimeZone = ZoneIds.Find("Europe/Berlin") })));
        Assert.Single(ScheduleRules.Check(One.Schedule(layer)));
    }

    [Fact]
    public void TwoLayersOfOneName_AreRefusedAtTheSecond()
    {
        var problem = Assert.Single(ScheduleRules.Check(One.Schedule(Sound, Sound)));

        Assert.Equal(("layers[1].name", "Another layer is named \"layer\" too."), (problem.Path, problem.Problem));
    }

    [Fact]
    public void SeveralProblems_AreAllReported() => Assert.Equal(
        ["layers[0].end", "layers[0].on_call_count", "layers[0].rotation.length"],
        ScheduleRules.Check(One.Schedule(Sound with { End = Sound.Start, OnCallCount = -1, Rotation = One.Daily(length: -1) }))
            .Select(problem => problem.Path));

    [Theory]
    [InlineData("2026-01-01T00:00Z", "2028-01-01T00:00Z", false)]
    [InlineData("2026-01-01T00:00Z", "2028-01-01T00:01Z", true)]
    [InlineData("2024-02-29T00:00Z", "2026-02-28T00:00Z", false)]
    [InlineData("2024-01-01T00:00Z", "2026-01-01T00:00Z", false)]
    [InlineData("2026-01-01T00:00Z", "2026-01-01T00:00Z", true)]
    [InlineData("2026-01-02T00:00Z", "2026-01-01T00:00Z", true)]
    public void Window_IsAtMostTwoYears(string from, string to, bool refused) =>
        Assert.Equal(refused, ScheduleRules.CheckWindow(At(from), At(to)) is { Path: "to" });
}
