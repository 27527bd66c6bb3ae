using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Tests.Console;

public class ListTests
{
    [Fact]
    public async Task List_ShowsOpenOnesFirstAndHistoryNewestFirst()
    {
        await using var house = await WebAppFixture.Open();
        await Resolved(house, "quick-one");
        await Resolved(house, "quick-two");
        await house.Fire("checkout-5xx");

        var page = await house.Browse().Open("/");

        Assert.Equal(["checkout-5xx", "quick-two", "quick-one"], page.ReadAll(".row-title"));
        Assert.Equal("Open 1", page.Read("#open"));
        Assert.Contains("Sev1", page.Read(".row"));
        Assert.Contains("Triggered", page.Read(".row"));
        Assert.Contains("nobody has it yet", page.Read(".row"));
        Assert.Equal("/incidents/INC-3", page.Document.QuerySelector(".row-link")!.GetAttribute("href"));
    }

    [Fact]
    public async Task List_OfOpenOnes_BeginsWithTheWorstThatNobodyHas()
    {
        await using var house = await WebAppFixture.Open();
        await house.Acknowledge(await house.Fire("checkout-5xx"));
        await house.Fire("unclaimed");
        await house.Fire("payments-dlq", description: "SEV3");

        var page = await house.Browse().Open("/");

        Assert.Equal(["unclaimed", "payments-dlq", "checkout-5xx"], page.ReadAll(".row-title"));
        Assert.Contains("Ana has it", page.ReadAll(".row")[2]);
    }

    [Fact]
    public async Task V02_AcknowledgeAll_TakesWhatThePageShows_AndListsWhatWasRefused()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        await house.Fire("payments-dlq", description: "SEV2");
        var browser = house.Browse();
        var page = await browser.Open("/");
        await house.Fire("quick-one");
        await house.Acknowledge(new IncidentNumber(2));

        Assert.Equal("Acknowledge all 2", page.Read("form[action='/incidents/acknowledge'] button"));
        var answer = await browser.Submit(page.Form("/incidents/acknowledge"));

        Assert.Equal(409, answer.Status);
        Assert.Equal("1 of 2 were acknowledged", answer.Read("h1"));
        Assert.Contains("INC-2: Ana has it", answer.Read(".message"));
        Assert.Equal("console", (await house.Look(new IncidentNumber(1))).AcknowledgedBy?.Id);
        Assert.Equal(IncidentStatus.Triggered, (await house.Look(new IncidentNumber(3))).Status);
        Assert.Empty((await browser.Open("/")).ReadAll("form[action='/incidents/acknowledge']"));
    }

    [Theory]
    [InlineData("state=resolved", "quick-one")]
    [InlineData("state=triggered", "payments-dlq checkout-5xx")]
    [InlineData("status=Triggered&severity=sev1", "checkout-5xx")]
    [InlineData("service=payments", "payments-dlq")]
    [InlineData("severity=Sev2&state=resolved", "quick-one")]
    [InlineData("text=5XX", "checkout-5xx")]
    [InlineData("text=inc-1", "quick-one")]
    [InlineData("state=&service=&severity=&text=", "payments-dlq checkout-5xx quick-one")]
    public async Task List_WithFilter_ShowsWhatMatches(string query, string expected)
    {
        await using var house = await WebAppFixture.Open();
        await Resolved(house, "quick-one");
        await house.Fire("checkout-5xx");
        house.Clock.Jump(Duration.FromMinutes(1));
        await house.Fire("payments-dlq", description: "SEV2");

        var page = await house.Browse().Open("/?" + query);

        Assert.Equal(200, page.Status);
        Assert.Equal(expected.Split(' ').Order(), page.ReadAll(".row-title").Order());
    }

    [Fact]
    public async Task List_KeepsTheFilterInItsForm()
    {
        await using var house = await WebAppFixture.Open();

        var page = await house.Browse().Open("/?state=acknowledged&service=payments&severity=Sev3&text=disk+%22full%22");

        Assert.Equal(["acknowledged", "payments", "Sev3"], page.Document.QuerySelectorAll("form select option[selected]").Select(o => o.GetAttribute("value")));
        Assert.Equal("disk \"full\"", page.Document.QuerySelector("input[name=text]")!.GetAttribute("value"));
        Assert.Contains("No open incident matches the filter.", page.Text);
    }

    [Theory]
    [InlineData("state=closed", "state")]
    [InlineData("severity=5", "severity")]
    [InlineData("service=%27+OR+1%3D1", "service")]
    [InlineData("cursor=1.2", "cursor")]
    [InlineData("limit=0", "limit")]
    public async Task List_WithBadFilter_SaysWhichAndShowsTheRest(string query, string field)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var page = await house.Browse().Open("/?" + query);

        Assert.Equal(400, page.Status);
        Assert.Contains($"Not filtered by that: {field} ", page.Read(".notice"));
        Assert.Equal(["checkout-5xx"], page.ReadAll(".row-title"));
    }

    [Fact]
    public async Task List_WithoutIncidents_SaysSoAsOfATime()
    {
        await using var house = await WebAppFixture.Open();

        var page = await house.Browse().Open("/");

        Assert.Contains("No incident is open.", page.Text);
        Assert.Contains("as of 03:12:00 UTC", page.Text);
        Assert.Contains("primary Ana until 09:00 UTC", page.Read(".on-call"));
    }

    [Fact]
    public async Task List_WithMoreHistoryThanAPage_LeadsToTheRestAndSaysHowFarItLooked()
    {
        await using var house = await WebAppFixture.Open();
        for (var i = 1; i <= 5; i++)
        {
            await Resolved(house, $"quick-{i}");
        }

        var first = await house.Browse().Open("/?limit=2");
        var second = await house.Browse().Open(first.Document.QuerySelector("a.button[href*=cursor]")!.GetAttribute("href")!);

        Assert.Equal(["quick-5", "quick-4"], first.ReadAll(".row-title"));
        Assert.Contains("Looked through 2 incidents, back to 03:18 UTC. There are older ones.", first.Read(".reach"));
        Assert.Equal(["quick-3", "quick-2", "quick-1"], second.ReadAll(".row-title"));
        Assert.Contains("there is nothing older", second.Read(".reach"));
        Assert.Null(second.Document.QuerySelector("#open"));
    }

    [Fact]
    public async Task List_WhileTheConfigurationIsBroken_SaysSoOnTop()
    {
        await using var house = await WebAppFixture.Open();
        house.Configuration.Problem = TestConfiguration.Mistake;

        var page = await house.Browse().Open("/");

        Assert.Equal(200, page.Status);
        Assert.Contains("The on-call configuration has a mistake", page.Read(".banner"));
        Assert.Contains("config/oncall.yaml:7:3: error: there is no schedule \"primry\"", page.Read(".banner"));
    }

    private static async Task Resolved(WebAppFixture house, string alarm)
    {
        await house.Fire(alarm);
        house.Clock.Jump(Duration.FromMinutes(1));
        await house.Recover(alarm);
        house.Clock.Jump(Duration.FromMinutes(1));
    }
}
