using System.Net;
using System.Text.Json;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Tests.Preview;

/// <summary>A press in the preview goes the whole way: form, signed payload over HTTP, use case, answer to the response URL.</summary>
public class PreviewInteractionTests
{
    [Fact]
    public async Task Acknowledge_ByResponder_ReplacesTheCard()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var channel = await browser.Open("/dev/slack?as=U0ANA00001");
        Assert.Contains("@Ana", channel.Read("#m1 .mention"));

        var page = await browser.Submit(Button(channel, "Acknowledge"));

        Assert.Equal(200, page.Status);
        Assert.Contains("(edited)", page.Read("#m1 header"));
        Assert.Contains("Acknowledged by Ana", page.Read("#m1"));
        var incident = await house.Look(number);
        Assert.Equal(new Actor("ana", "Ana", Via.Slack), incident.AcknowledgedBy);
        Assert.Single(house.Preview.Messages);
        Assert.Single(house.Preview.Messages[0].Replaced);
    }

    [Fact]
    public async Task Resolve_WhileFiring_AsksBackAndThenResolves()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var channel = await browser.Open("/dev/slack?as=U0BEN00001");
        Assert.Equal("An alarm is still firing", channel.Read("#m1 [popover]:has([name=element][value=\"3\"]) h4"));

        var page = await browser.Submit(Button(channel, "Resolve"));

        Assert.Contains("Resolved", page.Read("#m1"));
        Assert.True((await house.Look(number)).ResolvedWhileFiring);
    }

    [Fact]
    public async Task Snooze_ChosenInItsMenu_ReplacesTheCard()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var channel = await browser.Open("/dev/slack?as=U0ANA00001");

        var page = await browser.Submit(Button(channel, "for 30 minutes"));

        Assert.Contains("Snoozed by Ana until today 03:42", page.Read("#m1"));
        Assert.Equal(Instant.FromUtc(2026, 9, 14, 3, 42), (await house.Look(number)).SnoozedUntil);
        Assert.Equal("End snooze", page.Read("#m1 [popovertarget]"));
    }

    [Fact]
    public async Task Menu_WithoutAChoiceOrWithOneItDoesNotHave_Is400()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = Button(await browser.Open("/dev/slack?as=U0ANA00001"), "for 1 hour");

        Assert.Equal(400, (await browser.Submit(form, ("option", "9"))).Status);
        Assert.Equal(400, (await browser.Submit(form, ("option", "-1"))).Status);
        Assert.Equal(400, (await browser.Submit(form, ("option", ""))).Status);
        Assert.Null((await house.Look(number)).SnoozedUntil);
    }

    [Fact]
    public async Task Escalate_AsksBackAndThenPagesTheNext()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var channel = await browser.Open("/dev/slack?as=U0ANA00001");

        var page = await browser.Submit(channel.Document.Forms.First(form => form.GetAttribute("action") == "/dev/slack/press" && form.QuerySelector("button")!.TextContent == "Page them"));

        Assert.Equal(2, house.Preview.Messages.Count);
        Assert.Contains("Ana asked for the next step", page.Read("#m2"));
    }

    [Fact]
    public async Task V09_PageAlso_InThePreview_AsksTheClickerAloneWhomAndWhether()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var asked = await browser.Submit(Button(await browser.Open("/dev/slack?as=U0ANA00001"), "Page also…"));
        Assert.Contains("Only visible to Ana", asked.Read("#m1 .whisper"));

        var chosen = await browser.Submit(Button(asked, "Front (team)"));
        Assert.Contains("Page Ana and Ben for INC-1 now?", chosen.Read("#m1 .whisper"));
        Assert.Single(chosen.Document.QuerySelectorAll("#m1 .whisper"));
        Assert.Single(house.Preview.Messages);

        var paged = await browser.Submit(Button(chosen, "Page Ana and Ben"));
        Assert.Contains("Ana and Ben are paged for INC-1 as well.", paged.Read("#m1 .whisper"));
        Assert.Contains("@Ben", paged.Read(".slack-messages"));
    }

    [Fact]
    public async Task Resolve_ByAPasserBy_IsRefusedToThemAlone()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit(Button(await browser.Open("/dev/slack?as=U0PASSERBY"), "Resolve"));

        Assert.Contains("Only visible to somebody else", page.Read("#m1 .whisper"));
        Assert.Contains("Only responders can do this", page.Read("#m1 .whisper"));
        Assert.True((await house.Look(number)).IsOpen);
    }

    [Fact]
    public async Task Press_OnACardThatIsOutOfDate_RepairsItAndTellsTheTruth()
    {
        await using var house = await WebAppFixture.Open();
        await house.Acknowledge(await house.Fire("checkout-5xx"));
        using var browser = house.Browse();

        var page = await browser.Submit(Button(await browser.Open("/dev/slack?as=U0BEN00001"), "Acknowledge"));

        Assert.Contains("was acknowledged by Ana", page.Read("#m1 .whisper"));
        Assert.Contains("(edited)", page.Read("#m1 header"));
    }

    [Fact]
    public async Task Press_WhileTheStoreIsDown_SaysWhatSlackWouldShow()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = Button(await browser.Open("/dev/slack?as=U0ANA00001"), "Acknowledge");
        house.Store.IsDown = true;

        var page = await browser.Submit(form);

        Assert.Contains("the interactions endpoint answered 503", page.Read(".notice"));
    }

    [Fact]
    public async Task Press_OnAButtonThatIsGone_Is400()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = Button(await browser.Open("/dev/slack"), "Acknowledge");

        Assert.Equal(400, (await browser.Submit(form, ("message", "7"))).Status);
        Assert.Equal(400, (await browser.Submit(form, ("element", "99"))).Status);
    }

    [Fact]
    public async Task Press_FromAnotherOrigin_Is403()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var form = Button(await browser.Open("/dev/slack"), "Acknowledge");
        browser.Origin = "https://evil.example";

        Assert.Equal(403, (await browser.Submit(form)).Status);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(number)).Status);
    }

    [Fact]
    public async Task Messages_GiveThePayloadsAsTheyWerePosted()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        await browser.Submit(Button(await browser.Open("/dev/slack?as=U0ANA00001"), "Acknowledge"));

        var messages = await house.Bare().GetJson("/dev/slack/messages");

        var message = Assert.Single(messages.EnumerateArray());
        Assert.Equal("default", message.GetProperty("channel").GetString());
        Assert.Equal("2026-09-14T03:12:00Z", message.GetProperty("receivedAt").GetString());
        Assert.Contains("acknowledged by Ana", message.GetProperty("payload").GetProperty("text").GetString());
        Assert.Contains("Sev1 Checkout", Assert.Single(message.GetProperty("replaced").EnumerateArray()).GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Array, message.GetProperty("payload").GetProperty("blocks").ValueKind);
    }

    [Fact]
    public async Task Respond_AtAnAddressNobodyGotWith_Is404()
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Bare().PostJson("/dev/slack/respond/0123456789abcdef0123456789abcdef", """{"text":"x"}""");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("used_url", await answer.Content.ReadAsStringAsync());
    }

    private static AngleSharp.Html.Dom.IHtmlFormElement Button(View channel, string text) => channel.Document.Forms.First(form =>
        form.GetAttribute("action") == "/dev/slack/press" && form.QuerySelector("button")!.TextContent == text);
}
