using Incidents.Domain.OnCall;

namespace Incidents.Domain.Tests.OnCall;

/// <summary>Precedence of layers, their spans and zones (D9, D12).</summary>
public class LayerTests
{
    private static readonly Layer Always = One.Layer("2026-01-01T00:00Z", null, "ada");

    private static readonly Layer Midday = One.Layer("2026-01-01T00:00Z", null, "bea") with { Restrictions = [One.Window("12:00", "14:00")] };

    [Fact]
    public void LaterLayer_HidesTheEarlierOneWhereItHasAnybody() => Assert.Equal(
        "2026-01-05 00:00 +00 ada\n2026-01-05 12:00 +00 bea\n2026-01-05 14:00 +00 ada",
        OfDay(Always, Midday));

    [Fact]
    public void EarlierLayer_NeverShowsUnderOneThatAlwaysHasSomebody() => Assert.Equal("2026-01-05 00:00 +00 ada", OfDay(Midday, Always));

    [Fact]
    public void EqualPriorities_AddUp() => Assert.Equal(
        "2026-01-05 00:00 +00 ada\n2026-01-05 12:00 +00 ada, bea\n2026-01-05 14:00 +00 ada",
        OfDay(Always with { Priority = 7 }, Midday with { Priority = 7 }));

    [Fact]
    public void HigherNumber_GoesFirst_WhateverThePosition() => Assert.Equal(
        "2026-01-05 00:00 +00 ada\n2026-01-05 12:00 +00 bea\n2026-01-05 14:00 +00 ada",
        OfDay(Midday with { Priority = 2 }, Always));

    [Fact]
    public void Layer_HasNobodyBeforeItsStartAndFromItsEndOn() => Assert.Equal(
        "2026-01-05 00:00 +00 nobody\n2026-01-05 03:00 +00 ada\n2026-01-05 21:30 +00 nobody",
        OfDay(Always with { Start = Time.At("2026-01-05T03:00Z"), End = Time.At("2026-01-05T21:30Z") }));

    [Fact]
    public void NoLayers_AreAGap() => Assert.Equal("2026-01-05 00:00 +00 nobody", OfDay());

    [Fact]
    public void LayersInTwoZones_OpenAGapForTheWeeksBetweenTheirClockChanges()
    {
        var schedule = One.ScheduleIn(
            "Europe/Berlin",
            One.Layer("2026-01-01T00:00Z", null, "ada") with { Restrictions = [One.Window("00:00", "15:00")] },
            One.Layer("2026-01-01T00:00Z", null, "bea") with
            {
                TimeZone = ZoneIds.Find("America/New_York"),
                Restrictions = [One.Window("09:00", "18:00")],
            });

        Assert.Equal(
            "2026-03-06 00:00 +01 ada\n2026-03-06 15:00 +01 bea",
            Walk.Of(schedule, "2026-03-05T23:00Z", "2026-03-06T23:00Z"));
        Assert.Equal(
            "2026-03-10 00:00 +01 ada\n2026-03-10 14:00 +01 bea\n2026-03-10 23:00 +01 nobody",
            Walk.Of(schedule, "2026-03-09T23:00Z", "2026-03-10T23:00Z"));
    }

    private static string OfDay(params Layer[] layers) => Walk.Of(One.Schedule(layers), "2026-01-05T00:00Z", "2026-01-06T00:00Z");
}
