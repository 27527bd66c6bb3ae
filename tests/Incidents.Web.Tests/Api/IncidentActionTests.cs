using System.Net;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Tests.Api;

public class IncidentActionTests
{
    [Fact]
    public async Task Declare_OpensAnIncidentAndSaysWhereItIs()
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Api().PostJson("/api/v1/incidents", """{"title":"checkout is down","service":"checkout","severity":"Sev1","by":"ana"}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal("/api/v1/incidents/INC-1", answer.Headers.Location?.OriginalString);
        Assert.Equal("triggered", (await answer.Json()).GetProperty("status").GetString());
        var incident = await house.Look(new IncidentNumber(1));
        Assert.Equal((IncidentSource.Declared, Severity.Sev1), (incident.Source, incident.Severity));
        Assert.Contains("Ana declared the incident by API", await Story(house));
    }

    [Fact]
    public async Task Declare_WithTheTitleAlone_GoesToTheCatchAll()
    {
        await using var house = await WebAppFixture.Open();

        var answer = await house.Api().PostJson("/api/v1/incidents", """{"title":"something is odd"}""");

        Assert.Equal("catch-all", (await answer.Json()).GetProperty("service").GetString());
    }

    [Theory]
    [InlineData("W71", """{"title":5}""", "title")]
    [InlineData("W71 list", """{"title":["x"]}""", "title")]
    [InlineData("W72", """{"title":"x","title":"y"}""", "title")]
    [InlineData("W73", """{"title":"x",}""", "body")]
    [InlineData("W74", "DEPTH", "body")]
    [InlineData("W56", """{"title":"x","role":"admin"}""", "role")]
    [InlineData("array", "[]", "body")]
    [InlineData("text", "\"x\"", "body")]
    [InlineData("no title", "{}", "title")]
    [InlineData("long title", "LONG", "title")]
    [InlineData("half a character", """{"title":"\ud800"}""", "title")]
    [InlineData("no such service", """{"title":"x","service":"chekout"}""", "service")]
    [InlineData("no such severity", """{"title":"x","severity":"high"}""", "severity")]
    [InlineData("severity 9", """{"title":"x","severity":9}""", "severity")]
    [InlineData("by", """{"title":"x","by":{}}""", "by")]
    public async Task Declare_WithWhatCannotBe_Is400NamingTheField(string line, string body, string field)
    {
        await using var house = await WebAppFixture.Open();
        var sent = body switch
        {
            "DEPTH" => """{"title":""" + new string('[', 33) + new string(']', 33) + "}",
            "LONG" => $$"""{"title":"{{new string('x', 251)}}"}""",
            _ => body,
        };

        var problem = await (await house.Api().PostJson("/api/v1/incidents", sent)).Problem(400);

        Assert.True(problem.GetProperty("field").GetString() == field, $"{line}: {problem}");
        Assert.Null(await house.Store.Store.Load(new IncidentNumber(1), null, CancellationToken.None));
    }

    [Fact]
    public async Task W70_Declare_With2Megabytes_Is413()
    {
        await using var house = await WebAppFixture.Open();

        await (await house.Api().PostJson("/api/v1/incidents", $$"""{"title":"{{new string('x', 2 * 1024 * 1024)}}"}""")).Problem(413);
    }

    [Theory]
    [InlineData("acknowledge", """{"by":"zork"}""")]
    [InlineData("resolve", """{"by":"a script","confirm":true}""")]
    [InlineData("notes", """{"by":"zork","text":"x"}""")]
    [InlineData("snooze", """{"by":"zork","until":"1h"}""")]
    [InlineData("escalate", """{"by":"zork"}""")]
    public async Task V09_Act_ByWhoeverIsNoneOfThePeople_IsRefusedAndChangesNothing(string action, string body)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        var before = await house.Look(number);

        var problem = await (await house.Api().PostJson($"/api/v1/incidents/INC-1/{action}", body)).Problem(400);

        Assert.Equal("by", problem.GetProperty("field").GetString());
        Assert.Equal(before.Version, (await house.Look(number)).Version);
    }

    [Theory]
    [InlineData("acknowledge", null)]
    [InlineData("acknowledge", """{"for":"2h"}""")]
    [InlineData("acknowledge", """{"by":null}""")]
    [InlineData("acknowledge", """{"by":" "}""")]
    [InlineData("snooze", """{"until":"4h"}""")]
    public async Task V09_Act_WithoutBy_StopsThePolicyForTenMinutes_AndWhoWasPagedIsTold(string action, string? body)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        var cards = house.Preview.Messages.Count;

        var answer = await house.Api().PostAsync($"/api/v1/incidents/INC-1/{action}", body is null ? null : new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var taken = await house.Look(number);
        Assert.Equal((IncidentStatus.Acknowledged, house.Clock.Now() + NodaTime.Duration.FromMinutes(10)), (taken.Status, taken.OutsiderHasUntil));
        Assert.Contains(house.Preview.Messages.Skip(cards), card => card.Payload.GetRawText().Contains("none of the configured people", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.OK, (await house.Api().PostJson("/api/v1/incidents/INC-1/acknowledge", """{"by":"ben"}""")).StatusCode);
        Assert.Equal("ben", (await house.Look(number)).AcknowledgedBy?.Id);
    }

    [Theory]
    [InlineData("1h", 60)]
    [InlineData("2h", 120)]
    public async Task V09_Acknowledge_ForALength_IsAskedAboutAfterIt(string length, int minutes)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");

        Assert.Equal(HttpStatusCode.OK, (await house.Api().PostJson("/api/v1/incidents/INC-1/acknowledge", $$"""{"by":"ana","for":"{{length}}"}""")).StatusCode);
        Assert.Equal(house.Clock.Now() + NodaTime.Duration.FromMinutes(minutes), (await house.Look(number)).AcknowledgedUntil);
        await (await house.Api().PostJson("/api/v1/incidents/INC-1/acknowledge", """{"by":"ana","for":"3h"}""")).Problem(400);
    }

    [Fact]
    public async Task V09_WhoAmI_NamesThePersonOrWhoCouldBeMeant()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        Assert.Equal("ben", (await api.GetJson("/api/v1/whoami?by=Ben")).GetProperty("id").GetString());
        Assert.Equal("by", (await (await api.GetAsync("/api/v1/whoami?by=zork")).Problem(400)).GetProperty("field").GetString());
        await (await api.GetAsync("/api/v1/whoami")).Problem(400);
    }

    [Theory]
    [InlineData(null, null, "API", Via.Api)]
    [InlineData("""{"by":"ben"}""", null, "Ben", Via.Api)]
    [InlineData("""{"by":"U0BEN00001"}""", null, "Ben", Via.Api)]
    [InlineData("""{"by":"ana"}""", "incidents-cli/1.0", "Ana", Via.CommandLine)]
    public async Task Acknowledge_RecordsWhoAndByWhichWay(string? body, string? agent, string name, Via via)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var client = house.Api();
        if (agent is not null)
        {
            client.DefaultRequestHeaders.UserAgent.ParseAdd(agent);
        }

        var answer = body is null ? await client.PostAsync("/api/v1/incidents/INC-1/acknowledge", null) : await client.PostJson("/api/v1/incidents/INC-1/acknowledge", body);

        Assert.Equal("acknowledged", (await answer.Json()).GetProperty("status").GetString());
        var by = (await house.Look(number)).AcknowledgedBy!;
        Assert.Equal((name, via), (by.Name, by.Via));
    }

    [Fact]
    public async Task Acknowledge_Again_Is409WithTheReason()
    {
        await using var house = await WebAppFixture.Open();
        await house.Acknowledge(await house.Fire("checkout-5xx"));

        var problem = await (await house.Api().PostJson("/api/v1/incidents/INC-1/acknowledge", "{}")).Problem(409);

        Assert.Equal("alreadyAcknowledged", problem.GetProperty("refusal").GetString());
        Assert.Equal("Ana has it.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Resolve_WhileFiring_TakesAConfirmation()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        using var client = house.Api();

        var problem = await (await client.PostJson("/api/v1/incidents/INC-1/resolve", "{}")).Problem(409);
        var answer = await client.PostJson("/api/v1/incidents/INC-1/resolve", """{"confirm":true,"reason":"duplicate","note":"see INC-9"}""");

        Assert.Equal("stillFiring", problem.GetProperty("refusal").GetString());
        var resolved = await answer.Json();
        Assert.Equal(("resolved", "duplicate", true), (resolved.GetProperty("status").GetString(), resolved.GetProperty("resolveReason").GetString(), resolved.GetProperty("resolvedWhileFiring").GetBoolean()));
        Assert.Equal(IncidentStatus.Resolved, (await house.Look(number)).Status);
    }

    [Fact]
    public async Task V06_Reopen_ByApi_IsTheReopenersAndNeedsAReason()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        await house.Resolve(number);
        using var client = house.Api();

        Assert.Equal("why", (await (await client.PostJson("/api/v1/incidents/INC-1/reopen", "{}")).Problem(400)).GetProperty("field").GetString());
        var answer = await client.PostJson("/api/v1/incidents/INC-1/reopen", """{"why":"it still fails","by":"ana"}""");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal((IncidentStatus.Acknowledged, "ana"), ((await house.Look(number)).Status, (await house.Look(number)).AcknowledgedBy?.Id));
        Assert.Contains("Ana reopened it by API: it still fails", await Story(house));
        await (await client.PostJson("/api/v1/incidents/INC-1/reopen", """{"why":"again"}""")).Problem(409);
    }

    [Theory]
    [InlineData("resolve", """{"confirm":"true"}""", "confirm")]
    [InlineData("resolve", """{"reason":"recoveredByItself"}""", "reason")]
    [InlineData("resolve", """{"note":5}""", "note")]
    [InlineData("resolve", """{"status":"resolved"}""", "status")]
    [InlineData("acknowledge", """{"user":"ana"}""", "user")]
    [InlineData("notes", "{}", "text")]
    [InlineData("notes", """{"text":"  "}""", "text")]
    [InlineData("notes", """{"text":5}""", "text")]
    public async Task Action_WithWhatCannotBe_Is400AndChangesNothing(string action, string body, string field)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        var before = await house.Look(number);

        var problem = await (await house.Api().PostJson($"/api/v1/incidents/INC-1/{action}", body)).Problem(400);

        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Equal(before.Version, (await house.Look(number)).Version);
    }

    [Fact]
    public async Task Note_AndGiveBack_AreInTheStory()
    {
        await using var house = await WebAppFixture.Open();
        await house.Acknowledge(await house.Fire("checkout-5xx"));
        using var client = house.Api();

        Assert.Equal(HttpStatusCode.OK, (await client.PostJson("/api/v1/incidents/INC-1/notes", """{"text":"Rolling back","by":"ana"}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.PostJson("/api/v1/incidents/INC-1/give-back", "{}")).StatusCode);

        var story = await Story(house);
        Assert.Contains("Ana: Rolling back", story);
        Assert.Contains("API gave it back by API", story);
    }

    private static async Task<string> Story(WebAppFixture house) => string.Join('\n', (await house.Api().GetJson("/api/v1/incidents/INC-1"))
        .GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("text").GetString()));
}
