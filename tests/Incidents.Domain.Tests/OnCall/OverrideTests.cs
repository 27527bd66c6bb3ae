using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>The four kinds of override, their order and scope (D13 to D16).</summary>
public class OverrideTests
{
    private static readonly Layer Rotating = One.Layer("2026-01-05T00:00Z", One.Daily(), "ada", "bea", "cy");

    [Fact]
    public void Cover_ReplacesEverybody_AndTheRotationGoesOnBeneath() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 18:00 +00 dan, eva
        2026-01-06 06:00 +00 bea
        2026-01-07 00:00 +00 cy
        """,
        With(One.Cover("2026-01-05T18:00Z", "2026-01-06T06:00Z", "eva", "dan")));

    [Fact]
    public void CoverByNobody_IsAGapOnPurpose() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 18:00 +00 nobody
        2026-01-05 19:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-07 00:00 +00 cy
        """,
        With(One.Cover("2026-01-05T18:00Z", "2026-01-05T19:00Z")));

    [Fact]
    public void Cover_AlsoFillsAGap() => Assert.Equal(
        """
        2026-01-04 00:00 +00 nobody
        2026-01-04 12:00 +00 eva
        2026-01-05 00:00 +00 ada
        """,
        Walk.Of(
            One.Schedule(Rotating) with { Overrides = [One.Cover("2026-01-04T12:00Z", "2026-01-05T00:00Z", "eva")] },
            "2026-01-04T00:00Z", "2026-01-06T00:00Z"));

    [Fact]
    public void F65_OverlappingCovers_TheLastCreatedWins_WhicheverBeginsFirst() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 08:00 +00 eva
        2026-01-05 16:00 +00 dan
        2026-01-05 20:00 +00 ada
        2026-01-06 00:00 +00 bea
        2026-01-07 00:00 +00 cy
        """,
        With(One.Cover("2026-01-05T12:00Z", "2026-01-05T20:00Z", "dan"), One.Cover("2026-01-05T08:00Z", "2026-01-05T16:00Z", "eva")));

    [Fact]
    public void Replace_ActsOnlyWhereThePersonIsOnCall() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-06 00:00 +00 dan, eva
        2026-01-07 00:00 +00 cy
        """,
        With(One.Replace("2026-01-05T12:00Z", "2026-01-07T12:00Z", "bea", "dan", "eva")));

    [Fact]
    public void ReplaceOfACoveringPerson_CreatedAfterTheCover_CatchesThem() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 08:00 +00 dan
        2026-01-05 12:00 +00 eva
        2026-01-06 00:00 +00 bea
        2026-01-07 00:00 +00 cy
        """,
        With(One.Cover("2026-01-05T08:00Z", "2026-01-06T00:00Z", "dan"), One.Replace("2026-01-05T12:00Z", "2026-01-06T00:00Z", "dan", "eva")));

    [Fact]
    public void Replacements_ChainInTheOrderTheyWereCreated()
    {
        var first = One.Replace("2026-01-05T00:00Z", "2026-01-06T00:00Z", "ada", "dan");
        var second = One.Replace("2026-01-05T00:00Z", "2026-01-06T00:00Z", "dan", "eva");

        Assert.StartsWith("2026-01-05 00:00 +00 eva\n", With(first, second), StringComparison.Ordinal);
        Assert.StartsWith("2026-01-05 00:00 +00 dan\n", With(second, first), StringComparison.Ordinal);
    }

    [Fact]
    public void AddAndRemove_ChangeOnePersonAmongOthers() => Assert.Equal(
        """
        2026-01-05 00:00 +00 ada
        2026-01-05 12:00 +00 ada, eva
        2026-01-06 00:00 +00 bea, eva
        2026-01-06 06:00 +00 eva
        2026-01-06 12:00 +00 nobody
        2026-01-07 00:00 +00 cy
        """,
        With(One.Add("2026-01-05T12:00Z", "2026-01-06T12:00Z", "eva"), One.Remove("2026-01-06T06:00Z", "2026-01-07T12:00Z", "bea")));

    [Fact]
    public void RemoveFromOneLayer_LetsTheLowerOneIn_WhereOneFromTheScheduleLeavesAGap()
    {
        var lower = One.Layer("2026-01-01T00:00Z", null, "dan") with { Name = "lower" };
        var schedule = One.Schedule(lower, Rotating);
        var remove = One.Remove("2026-01-05T12:00Z", "2026-01-06T00:00Z", "ada");

        Assert.Equal(
            "2026-01-05 00:00 +00 ada\n2026-01-05 12:00 +00 dan",
            Walk.Of(schedule with { Overrides = [remove with { Layer = "layer" }] }, "2026-01-05T00:00Z", "2026-01-06T00:00Z"));
        Assert.Equal(
            "2026-01-05 00:00 +00 ada\n2026-01-05 12:00 +00 nobody",
            Walk.Of(schedule with { Overrides = [remove] }, "2026-01-05T00:00Z", "2026-01-06T00:00Z"));
    }

    [Fact]
    public void CoverOfOneLayer_ActsOutsideItsRestrictionsStartAndEnd_AndBelowPrecedence()
    {
        var low = One.Layer("2026-01-05T06:00Z", null, "ada") with
        {
            Name = "low", End = Time.At("2026-01-05T18:00Z"), Restrictions = [One.Window("08:00", "10:00")],
        };
        var high = One.Layer("2026-01-01T00:00Z", null, "bea") with { Restrictions = [One.Window("12:00", "14:00")] };
        var cover = One.Cover("2026-01-05T01:00Z", "2026-01-05T23:00Z", "eva") with { Layer = "low" };

        Assert.Equal(
            """
            2026-01-05 00:00 +00 nobody
            2026-01-05 01:00 +00 eva
            2026-01-05 12:00 +00 bea
            2026-01-05 14:00 +00 eva
            2026-01-05 23:00 +00 nobody
            """,
            Walk.Of(One.Schedule(low, high) with { Overrides = [cover] }, "2026-01-05T00:00Z", "2026-01-06T00:00Z"));
    }

    [Fact]
    public void OverrideThatEndsBeforeItBegins_DoesNothing() => Assert.Equal(
        Walk.Of(Rotating, "2026-01-05T00:00Z", "2026-01-08T00:00Z"),
        With(One.Cover("2026-01-06T12:00Z", "2026-01-06T06:00Z", "eva"), One.Cover("2026-01-06T12:00Z", "2026-01-06T12:00Z", "eva")));

    [Fact]
    public void TemporarySchedule_IsCoversInsideACoverByNobody() => Assert.Equal(
        """
        2026-01-05 00:00 +00 nobody
        2026-01-05 09:00 +00 dan
        2026-01-05 17:00 +00 eva
        2026-01-06 00:00 +00 nobody
        2026-01-07 00:00 +00 cy
        """,
        With(
            One.Cover("2026-01-05T00:00Z", "2026-01-07T00:00Z"),
            One.Cover("2026-01-05T09:00Z", "2026-01-05T17:00Z", "dan"),
            One.Cover("2026-01-05T17:00Z", "2026-01-06T00:00Z", "eva")));

    private static string With(params Override[] overrides) =>
        Walk.Of(One.Schedule(Rotating) with { Overrides = overrides }, "2026-01-05T00:00Z", "2026-01-08T00:00Z");
}
