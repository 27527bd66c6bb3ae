using System.Net;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Tests.Middleware;

/// <summary>Acts by the API and the console while no configuration can be read.</summary>
public class UnreadableConfigurationTests
{
    [Theory]
    [InlineData("acknowledge", """{"by":"zork"}""")]
    [InlineData("snooze", """{"by":"zork","until":"1h"}""")]
    [InlineData("notes", """{"by":"zork","text":"x"}""")]
    [InlineData("severity", """{"by":"zork","severity":"Sev4"}""")]
    [InlineData("roles", """{"by":"zork","role":"scribe","person":"ben"}""")]
    [InlineData("title", """{"by":"zork","title":"x"}""")]
    [InlineData("resolve", """{"by":"zork","confirm":true}""")]
    public async Task V09_Api_WhenTheConfigurationCannotBeRead_AcceptsAndRemarks(string action, string body)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        house.Configuration.Failure = new InvalidConfigurationException(TestConfiguration.Mistake);

        var answer = await house.Api().PostJson($"/api/v1/incidents/INC-1/{action}", body);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Unreadable.Remark, (await answer.Json()).GetProperty("remark").GetString());
        var shown = await house.Api().GetJson("/api/v1/incidents/INC-1");
        Assert.Contains("zork", shown.GetProperty("timeline").GetRawText(), StringComparison.Ordinal);
        Assert.False(shown.TryGetProperty("remark", out _));
    }

    [Fact]
    public async Task V09_Api_WhenTheConfigurationCannotBeRead_Declares()
    {
        await using var house = await WebAppFixture.Open();
        house.Configuration.Failure = new InvalidConfigurationException(TestConfiguration.Mistake);

        var answer = await house.Api().PostJson("/api/v1/incidents", """{"title":"checkout is down","service":"checkout","by":"zork"}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(Unreadable.Remark, (await answer.Json()).GetProperty("remark").GetString());
        Assert.True((await house.Look(new IncidentNumber(1))).Quiet?.AwaitsConfiguration);
    }

    [Theory]
    [InlineData("escalate", """{"by":"zork"}""")]
    [InlineData("page-also", """{"by":"zork","to":"ben"}""")]
    [InlineData("reassign", """{"by":"zork","to":"ben"}""")]
    public async Task V09_Api_WhenTheConfigurationCannotBeRead_CannotFindWhomToPage_AndSaysWhatToDo(string action, string body)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        var before = await house.Look(number);
        house.Configuration.Failure = new InvalidConfigurationException(TestConfiguration.Mistake);

        var problem = await (await house.Api().PostJson($"/api/v1/incidents/INC-1/{action}", body)).Problem(503);

        Assert.Contains("\"incidents check\" names the place", problem.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("noConfiguration", problem.GetProperty("refusal").GetString());
        Assert.Equal(before.Version, (await house.Look(number)).Version);
    }

    [Fact]
    public async Task V09_Console_WhenTheConfigurationCannotBeRead_TakesNotesAndShowsTheIncident()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var open = await browser.Open("/incidents/INC-1");
        house.Configuration.Failure = new InvalidConfigurationException(TestConfiguration.Mistake);

        var page = await browser.Submit(open.Form("/notes"), ("text", "rolling back"));

        Assert.Equal(200, page.Status);
        Assert.Contains("rolling back", page.Text);
        Assert.Contains(Unreadable.Remark, page.Read(".notice"));
    }

    [Fact]
    public async Task V09_Console_WhenTheConfigurationCannotBeRead_CannotEscalate_AndSaysWhatToDo()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        using var browser = house.Browse();
        var open = await browser.Open("/incidents/INC-1");
        house.Configuration.Failure = new InvalidConfigurationException(TestConfiguration.Mistake);

        var page = await browser.Submit(open.Form("/escalate"));

        Assert.Equal(503, page.Status);
        Assert.Contains("mend it (\"incidents check\" names the place)", page.Read(".notice"));
    }
}
