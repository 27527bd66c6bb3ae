using Incidents.Domain.Incidents;

namespace Incidents.Web.Tests.Console;

public class ActionTests
{
    [Fact]
    public async Task Acknowledge_ByButton_IsRecordedAndShown()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/acknowledge"));

        Assert.Equal(200, page.Status);
        Assert.Contains("Who has it you (console)", page.Read(".facts"));
        var incident = await house.Look(number);
        Assert.Equal(IncidentStatus.Acknowledged, incident.Status);
        Assert.Equal(new Actor("console", "you (console)", Via.Console), incident.AcknowledgedBy);
    }

    [Fact]
    public async Task GiveBack_ByButton_PagesAgain()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        await house.Acknowledge(number);
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/give-back"));

        Assert.Contains("Who has it nobody yet", page.Read(".facts"));
        Assert.Equal(2, page.ReadAll(".pages > li").Count);
    }

    [Fact]
    public async Task Resolve_WhileFiringWithoutConfirming_ChangesNothingAndSaysWhy()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/resolve"), ("note", "done"));

        Assert.Equal(409, page.Status);
        Assert.Contains("an alarm is still firing", page.Read(".notice"));
        Assert.True((await house.Look(number)).IsOpen);
    }

    [Fact]
    public async Task V06_Reopen_ByForm_IsOpenAgainAndTheirs()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        await house.Resolve(number);
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/reopen"), ("why", "it still fails"));

        Assert.Equal(200, page.Status);
        Assert.Contains("Who has it you (console)", page.Read(".facts"));
        Assert.True((await house.Look(number)).IsOpen);
    }

    [Fact]
    public async Task Resolve_Confirmed_KeepsReasonAndNote()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var open = await browser.Open("/incidents/INC-1");
        Assert.True(open.Document.QuerySelector("input[name=confirm]")!.HasAttribute("required"));

        var page = await browser.Submit(open.Form("/resolve"), ("confirm", "true"), ("reason", "falseAlarm"), ("note", "The threshold is wrong"));

        Assert.Contains("Resolved 03:12 UTC by a person, while an alarm was still in ALARM", page.Read(".facts"));
        Assert.Contains("The threshold is wrong", page.Text);
        Assert.Equal(["/incidents/INC-1/reopen"], page.Document.QuerySelectorAll(".actions form").Select(form => form.GetAttribute("action")));
        Assert.Equal(ResolveReason.FalseAlarm, (await house.Look(number)).ResolveReason);
    }

    [Fact]
    public async Task Resolve_WithAReasonNoPageOffers_Is400()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Declare("Checkout is slow");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/resolve"), ("reason", "recoveredByItself"));

        Assert.Equal(400, page.Status);
        Assert.True((await house.Look(number)).IsOpen);
    }

    [Fact]
    public async Task AddNote_WithText_ShowsInTheTimeline()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/notes"), ("text", "Rolling back"));

        Assert.Contains("you (console): Rolling back", page.Read(".timeline"));
    }

    [Fact]
    public async Task AddNote_WithoutText_SaysSo()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/notes"), ("text", "   "));

        Assert.Equal(409, page.Status);
        Assert.Contains("a note needs some text", page.Read(".notice"));
    }

    [Fact]
    public async Task W75_Acknowledge_OnAPageThatIsOutOfDate_Answers409WithTheNewerState()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var stale = await browser.Open("/incidents/INC-1");
        await house.Acknowledge(number);

        var page = await browser.Submit(stale.Form("/acknowledge"));

        Assert.Equal(409, page.Status);
        Assert.Contains("Ana has it already", page.Read(".notice"));
        Assert.Contains("Who has it Ana", page.Read(".facts"));
    }

    [Fact]
    public async Task W56_Form_WithAFieldThatIsNotOnThePage_ChangesNothing()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/acknowledge"), ("role", "admin"));

        Assert.Equal(400, page.Status);
        Assert.Contains("\"role\"", page.Text);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(number)).Status);
    }

    [Fact]
    public async Task Form_OfAnUnknownIncident_Is404()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = (await browser.Open("/incidents/INC-1")).Form("/acknowledge");
        form.SetAttribute("action", "/incidents/INC-99/acknowledge");

        Assert.Equal(404, (await browser.Submit(form)).Status);
    }
}
