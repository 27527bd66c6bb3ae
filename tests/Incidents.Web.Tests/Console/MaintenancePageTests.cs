using System.Net;
using NodaTime;

namespace Incidents.Web.Tests.Console;

public sealed class MaintenancePageTests
{
    [Fact]
    public async Task AWindow_IsPlannedShownOnTheListAndEnded()
    {
        await using var house = await WebAppFixture.Open();
        using var browser = house.Browse();
        var page = await browser.Open("/maintenance");
        Assert.DoesNotContain("Maintenance until", (await browser.Open("/")).Body, StringComparison.Ordinal);

        page = await browser.Submit(page.Form("/maintenance"), ("reason", "moving the database"), ("to", "2026-09-14T05:00"), ("service", "checkout"));

        Assert.Contains("moving the database", page.Body, StringComparison.Ordinal);
        Assert.Contains("pages for checkout are silent", (await browser.Open("/")).Read("aside.notice"), StringComparison.Ordinal);

        page = await browser.Submit(page.Form("/end"));
        Assert.Contains("No window: every page is heard.", page.Body, StringComparison.Ordinal);
        Assert.Null((await browser.Open("/")).Document.QuerySelector("aside.notice"));
    }

    [Fact]
    public async Task WhatIsRefused_StandsInTheFormStill()
    {
        await using var house = await WebAppFixture.Open();
        using var browser = house.Browse();
        var page = await browser.Open("/maintenance");

        page = await browser.Submit(page.Form("/maintenance"), ("reason", "moving <b>"), ("to", "2026-09-14T05:00"));

        Assert.Equal(400, page.Status);
        Assert.Contains("a window over everything is refused", page.Read("p.notice"), StringComparison.Ordinal);
        Assert.Equal("moving <b>", page.Document.QuerySelector("input[name=reason]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task AForm_FromAnotherPage_IsRefused()
    {
        await using var house = await WebAppFixture.Open();
        using var browser = house.Browse();
        var page = await browser.Open("/maintenance");
        browser.Origin = "https://evil.example";

        page = await browser.Submit(page.Form("/maintenance"), ("reason", "x"), ("to", "2026-09-14T05:00"), ("service", "checkout"));

        Assert.Equal(403, page.Status);
    }
}

public sealed class TickPageTests
{
    [Fact]
    public async Task TheLastSweep_IsShown_AndLoudlyWhenItIsLate()
    {
        await using var house = await WebAppFixture.Open();
        using var browser = house.Browse();
        house.Clock.Jump(Duration.FromSeconds(12));
        Assert.Equal("last sweep 12 s ago", (await browser.Open("/")).Read(".sweep"));

        house.Clock.Jump(Duration.FromMinutes(4));

        Assert.Contains("The last sweep was 4 min ago.", (await browser.Open("/")).Read(".banner.alert"), StringComparison.Ordinal);
        var health = await house.Bare().GetAsync("/healthz");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "late"), (health.StatusCode, (await health.Json()).GetProperty("status").GetString()));
        await house.Pass(Duration.FromSeconds(30));
        var healthy = await house.Bare().GetJson("/healthz");
        Assert.Equal("2026-09-14T03:16:42Z", healthy.GetProperty("lastSweep").GetString());
        Assert.Equal(("ok", 0L), (healthy.GetProperty("status").GetString(), healthy.GetProperty("secondsAgo").GetInt64()));
    }

    [Fact]
    public async Task Heartbeats_AreListed()
    {
        await using var house = await WebAppFixture.Open();
        using var browser = house.Browse();

        var page = await browser.Open("/heartbeats");

        Assert.Contains("nightly-backup", page.Body, StringComparison.Ordinal);
        Assert.Contains("Never heard yet", page.Body, StringComparison.Ordinal);
    }
}
