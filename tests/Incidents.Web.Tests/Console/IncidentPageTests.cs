using NodaTime;

namespace Incidents.Web.Tests.Console;

public class IncidentPageTests
{
    [Fact]
    public async Task Page_OfAnAlarm_TellsWhatBrokeInWords()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx", description: "Customers see errors");

        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.Equal("checkout-5xx", page.Read("h1"));
        Assert.Equal("INC-1 checkout-5xx · Incidents", page.Document.Title);
        Assert.Contains("Sev1 Triggered INC-1 Checkout", page.Read(".chips"));
        Assert.Contains("Errors 7.25 > 5", page.Read(".lead"));
        Assert.Contains("above the threshold of 5", page.Text);
        Assert.Contains("Customers see errors", page.Read("blockquote"));
        Assert.Equal(
            "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#alarmsV2:alarm/checkout-5xx",
            page.Document.QuerySelector(".alarms a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Page_LeadsToTheRunbookInTheDescription()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx", description: "Runbook: https://wiki.example.com/checkout?page=1");

        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.Equal("https://wiki.example.com/checkout?page=1", page.Document.QuerySelector("a.runbook-link")!.GetAttribute("href"));
        Assert.Equal("wiki.example.com/checkout", page.Read("a.runbook-link"));
    }

    [Theory]
    [InlineData("javascript:alert(1)", "only https and mailto links are shown")]
    [InlineData("file:///etc/passwd", "only https and mailto links are shown")]
    [InlineData("http://169.254.169.254/", "only https and mailto links are shown")]
    [InlineData("../../secret", "it is not a full https address or leaves its folder")]
    [InlineData("https://user@wiki.example.com/", "it carries a user name")]
    public async Task A73_A77_UnsafeRunbook_IsNoLinkAndTheTimelineSaysWhy(string address, string why)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx", description: $"Runbook: {address}");

        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.Null(page.Document.QuerySelector("a.runbook-link"));
        Assert.DoesNotContain(page.Document.QuerySelectorAll("a"), link => link.GetAttribute("href") == address);
        Assert.Contains($"Incidents: The runbook in the alarm's description is not shown as a link: {why}.", page.Text);
    }

    [Fact]
    public async Task Page_ShowsWhoHasItAndHowLongThingsTook()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        Assert.Contains("Who has it nobody yet", (await house.Browse().Open("/incidents/INC-1")).Read(".facts"));

        house.Clock.Jump(Duration.FromMinutes(4));
        await house.Acknowledge(number);
        house.Clock.Jump(Duration.FromMinutes(70));
        await house.Recover("checkout-5xx");
        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.Contains("Open since 03:12 UTC 1 h 14 min ago", page.Read(".facts"));
        Assert.Contains("Who has it Ana", page.Read(".facts"));
        Assert.Contains("Time to acknowledge 4 min", page.Read(".facts"));
        Assert.Contains("Time to restore 1 h 14 min", page.Read(".facts"));
        Assert.Contains("Recovered 04:26 UTC", page.Read(".facts"));
        Assert.Contains("Next resolves if nothing fires again at 04:56 UTC in 30 min", page.Read(".facts"));
    }

    [Fact]
    public async Task Page_FillsTheRunbookAndCanBeLinkedTo()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.True(page.Document.QuerySelector("details.runbook")!.HasAttribute("open"));
        Assert.Equal("Checkout is failing", page.Read("details.runbook summary"));
        Assert.Contains("Alarm checkout-5xx in eu-west-1 fired.", page.Read("#runbook-checkout"));
    }

    [Fact]
    public async Task Page_TellsTheTimelineNewestFirstAndStormsInOneLine()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        for (var i = 1; i <= 6; i++)
        {
            house.Clock.Jump(Duration.FromSeconds(1));
            await house.Fire($"checkout-shard-{i}");
        }

        house.Clock.Jump(Duration.FromMinutes(2));
        await house.Note(number, "Rolling back\nnow");

        var page = await house.Browse().Open("/incidents/INC-1");
        var lines = page.ReadAll("section[aria-labelledby=timeline] > .timeline > li");

        Assert.StartsWith("03:14:06 Ana: Rolling back now +2 min", lines[0]);
        Assert.Contains("6 changes of alarms until 03:12:06", lines[1]);
        Assert.Contains("Paged Ana on Slack", lines[2]);
        Assert.Contains("Alarm checkout-5xx fired, Sev1", lines[^1]);
        Assert.Equal("Alarms 7", page.Read("section[aria-labelledby=broke] h3"));
    }

    [Fact]
    public async Task Page_ShowsPagesWithChannelStateAndAttempts()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.Equal(["sent Ana on Slack, step 1 accepted 03:12:00"], page.ReadAll(".pages > li"));
    }

    [Fact]
    public async Task Page_WithPostmortem_RendersItAndOffersTheMarkdown()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        await house.Store.Store.SavePostmortem(number, "# What happened\n\n- [x](javascript:alert(1))\n", CancellationToken.None);

        var page = await house.Browse().Open("/incidents/INC-1");
        var raw = await house.Bare().GetAsync(page.Document.QuerySelector("a[href$='.md']")!.GetAttribute("href"));

        Assert.Contains("What happened", page.Read("section[aria-labelledby=postmortem] .prose"));
        Assert.Equal("text/markdown", raw.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("# What happened", await raw.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfTextThatIsNoAlarm_ShowsTheText()
    {
        await using var house = await WebAppFixture.Open();
        await house.Send("The budget is used up.");

        var page = await house.Browse().Open("/incidents/INC-1");

        Assert.Contains("A message on the alarm topic that is no alarm.", page.Text);
        Assert.Equal("The budget is used up.", page.Read("pre.text"));
    }

    [Theory]
    [InlineData("/incidents/INC-99")]
    [InlineData("/incidents/INC-0")]
    [InlineData("/incidents/nonsense")]
    [InlineData("/incidents/INC-1/postmortem.md")]
    public async Task Page_OfNothing_Is404(string path)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var page = await house.Browse().Open(path);

        Assert.Equal(404, page.Status);
        Assert.Equal("There is nothing here", page.Read("h1"));
    }
}
