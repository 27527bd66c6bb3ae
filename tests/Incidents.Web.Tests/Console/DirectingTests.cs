using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Tests.Console;

public class DirectingTests
{
    [Fact]
    public async Task Facts_TellWhatHappensNext()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        Assert.Contains("Next step 1 pages Ana, round 2 at 03:17 UTC in 5 min", (await browser.Open("/incidents/INC-1")).Read(".facts"));
    }

    [Fact]
    public async Task Snooze_ByButton_ShowsUntilWhenOnPageAndList()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("payments-5xx");
        using var browser = house.Browse();
        var open = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/whoami"), ("person", "ben"));
        Assert.Equal(["30m", "1h", "4h", "09:00"], open.Document.QuerySelectorAll("button[name=until]").Select(button => button.GetAttribute("value")));

        var page = await browser.Submit(open.Form("/snooze"), ("until", "09:00"));

        Assert.Contains("Snoozed until 09:00 UTC", page.Read(".facts"));
        Assert.Contains("Snoozed", page.Read(".chips"));
        Assert.Contains("Snoozed", (await browser.Open("/")).Read(".row-facts"));
    }

    [Fact]
    public async Task V09_Snooze_InABrowserOfNobody_LastsTenMinutes()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("payments-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/snooze"), ("until", "09:00"));

        Assert.Equal(house.Clock.Now() + Duration.FromMinutes(10), (await house.Look(number)).SnoozedUntil);
        Assert.NotEmpty(page.Document.QuerySelectorAll("form[action$='/acknowledge']"));
    }

    [Fact]
    public async Task Snooze_OfASev1_OffersNothingBeyondFourHours()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Open("/incidents/INC-1");

        Assert.Equal(["30 minutes", "1 hour", "4 hours"], page.ReadAll("button[name=until]"));
        Assert.Equal(409, (await browser.Submit(page.Form("/snooze"), ("until", "09:00"))).Status);
    }

    [Fact]
    public async Task Escalate_ByButton_PagesTheNextStep()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/escalate"));

        Assert.Equal(2, page.ReadAll(".pages > li").Count);
        Assert.Equal(2, (await house.Look(number)).Escalation?.Round);
    }

    [Fact]
    public async Task Reassign_OffersPeopleTeamsAndPolicies()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var open = await browser.Open("/incidents/INC-1");
        Assert.Equal(["Ana", "Ben", "Front", "standard"], open.ReadAll("#reassign option"));
        Assert.Equal(["Ana", "Ben", "Front"], open.ReadAll("#page-also option"));

        var page = await browser.Submit(open.Form("/reassign"), ("to", "ben"));

        Assert.Contains("you (console) gave it to Ben in the console", page.Read(".timeline"));
        Assert.Contains("Ben on Slack", page.Read(".pages"));
    }

    [Fact]
    public async Task PageAlso_Severity_Mitigate_Roles_AreOnThePageAfterwards()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("payments-5xx");
        using var browser = house.Browse();

        await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/page-also"), ("to", "front"));
        await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/severity"), ("severity", "Sev3"), ("why", "one customer"));
        await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/mitigate"));
        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/roles"), ("role", "commander"), ("person", "ben"));

        Assert.Contains("asked Front for help", page.Read(".timeline"));
        Assert.Contains("changed the severity from Sev2 to Sev3 in the console: one customer", page.Read(".timeline"));
        Assert.Contains("Mitigated", page.Read(".chips"));
        Assert.Contains("Leads Ben", page.Read(".facts"));
        Assert.Equal(Severity.Sev3, (await house.Look(number)).Severity);
        Assert.Throws<InvalidOperationException>(() => page.Form("/mitigate"));
    }

    [Fact]
    public async Task Link_AndMerge_LeadToTheOther()
    {
        await using var house = await WebAppFixture.Open();
        await house.Declare("Checkout is slow");
        await house.Declare("Payments are slow", "payments");
        using var browser = house.Browse();

        var linked = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/link"), ("to", "INC-2"));
        var merged = await browser.Submit(linked.Form("/merge"), ("into", "2"));

        Assert.Contains("Has to do with INC-2", linked.Read(".facts"));
        Assert.Contains("Merged into INC-2", merged.Read(".facts"));
        Assert.Equal("/incidents/INC-2", merged.Document.QuerySelector(".facts a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Held_IsSaidOnPageAndList()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("held-5xx");
        using var browser = house.Browse();

        var page = await browser.Open("/incidents/INC-1");

        Assert.Contains("Held until 03:14 UTC", page.Read(".facts"));
        Assert.Contains("Next pages Ana if it is still open at 03:14 UTC", page.Read(".facts"));
        Assert.Contains("Held", (await browser.Open("/")).Read(".row-facts"));
        Assert.Contains("Nobody was paged", page.Text);
    }

    [Fact]
    public async Task StillOnIt_IsAskedForByButton()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/whoami"), ("person", "ana"));
        await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/acknowledge"));
        await house.Pass(Duration.FromMinutes(26));

        var asked = await browser.Open("/incidents/INC-1");
        Assert.Equal("Still on it", asked.Read("form[action$='/acknowledge'] button"));
        await browser.Submit(asked.Form("/acknowledge"));

        Assert.False((await house.Look(number)).AskedStillOnIt);
    }

    [Fact]
    public async Task V09_EscalateAndPageAlso_NameWhomTheyPageBeforeTheyDo()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        var before = await house.Look(number);
        using var browser = house.Browse();

        var page = await browser.Open("/incidents/INC-1");
        Assert.StartsWith("This pages ", page.Read("form[action$='/escalate'] p"), StringComparison.Ordinal);
        var asked = await browser.Submit(page.Form("/page-also"), ("to", "front"), ("ask", "true"));
        Assert.Matches("Page (Ana and Ben|Ben and Ana) now\\?", asked.Text);
        Assert.Equal(before.Version, (await house.Look(number)).Version);

        await browser.Submit(asked.Form("/page-also"));
        Assert.NotEqual(before.Version, (await house.Look(number)).Version);
    }

    [Fact]
    public async Task V09_Console_IsToldOnceWhoActs_AndKeepsIt()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/whoami"), ("person", "ben"));
        Assert.Contains("You are Ben", page.Text, StringComparison.Ordinal);
        await browser.Submit(page.Form("/acknowledge"));

        Assert.Equal(new Actor("ben", "Ben", Via.Console), (await house.Look(number)).AcknowledgedBy);
    }

    [Fact]
    public async Task V09_Console_ThatWasNotToldWhoActs_HasItForTenMinutes()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        await browser.Submit((await browser.Open("/incidents/INC-1")).Form("/acknowledge"));

        Assert.Equal(house.Clock.Now() + Duration.FromMinutes(10), (await house.Look(number)).AcknowledgedUntil);
    }

    [Theory]
    [InlineData("/reassign", "to", "chuck", 400, "nobody is called \"chuck\"")]
    [InlineData("/page-also", "to", "standard", 400, "nobody is called \"standard\"")]
    [InlineData("/link", "to", "INC-9", 400, "there is no INC-9")]
    [InlineData("/link", "to", "nine", 400, "such as INC-142")]
    [InlineData("/merge", "into", "INC-1", 409, "that is the same incident")]
    [InlineData("/severity", "severity", "Sev9", 400, "Sev1, Sev2, Sev3 and Sev4")]
    [InlineData("/severity", "severity", "Sev1", 409, "it has that severity")]
    [InlineData("/roles", "role", "boss", 400, "neither commander nor scribe")]
    [InlineData("/snooze", "until", "soon", 400, "no end of a snooze")]
    [InlineData("/escalate", "to", "ben", 400, "\"to\"")]
    public async Task Form_WithWhatCannotBe_ChangesNothingAndSaysWhy(string form, string field, string value, int status, string why)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        var before = await house.Look(number);
        using var browser = house.Browse();

        var page = await browser.Submit((await browser.Open("/incidents/INC-1")).Form(form), (field, value));

        Assert.Equal(status, page.Status);
        Assert.Contains(why, page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(before.Version, (await house.Look(number)).Version);
    }
}
