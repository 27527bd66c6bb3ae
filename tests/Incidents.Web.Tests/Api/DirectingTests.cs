using System.Net;
using System.Text.Json;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Tests.Api;

public class DirectingTests
{
    [Fact]
    public async Task Escalate_PagesTheNextStep_AndSaysWhenTheOneAfterIsDue()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var incident = await Post(house, "escalate", """{"by":"ana"}""");

        var escalation = incident.GetProperty("escalation");
        Assert.Equal((2, 1), (escalation.GetProperty("round").GetInt32(), escalation.GetProperty("step").GetInt32()));
        Assert.Equal("2026-09-14T03:17:00Z", escalation.GetProperty("nextAt").GetString());
        Assert.Contains("Ana asked for the next step by API", await Story(house));
    }

    [Fact]
    public async Task Show_TellsWhatHappensNext()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var next = (await Show(house)).GetProperty("next");

        Assert.Equal(("2026-09-14T03:17:00Z", "step 1 pages Ana, round 2"), (next.GetProperty("at").GetString(), next.GetProperty("text").GetString()));
    }

    [Theory]
    [InlineData("30m", "2026-09-14T03:42:00Z")]
    [InlineData("4h", "2026-09-14T07:12:00Z")]
    [InlineData("05:00", "2026-09-14T05:00:00Z")]
    [InlineData("2026-09-14T06:00:00Z", "2026-09-14T06:00:00Z")]
    public async Task Snooze_TakesTheIncidentAndShowsUntilWhen(string until, string at)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var incident = await Post(house, "snooze", $$"""{"until":"{{until}}","by":"ben"}""");

        Assert.Equal(("acknowledged", at), (incident.GetProperty("status").GetString(), incident.GetProperty("snoozedUntil").GetString()));
        Assert.StartsWith("the snooze ends and pages", (await Show(house)).GetProperty("next").GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reassign_PagesThePersonNamed()
    {
        await using var house = await WebAppFixture.Open();
        await house.Acknowledge(await house.Fire("checkout-5xx"));

        var incident = await Post(house, "reassign", """{"to":"ben"}""");

        Assert.Equal("triggered", incident.GetProperty("status").GetString());
        Assert.Equal("ben", (await Show(house)).GetProperty("pages").EnumerateArray().Last().GetProperty("person").GetString());
    }

    [Fact]
    public async Task PageAlso_LeavesItWithWhoeverHasIt()
    {
        await using var house = await WebAppFixture.Open();
        await house.Acknowledge(await house.Fire("checkout-5xx"));

        var incident = await Post(house, "page-also", """{"to":"ben"}""");

        Assert.Equal("acknowledged", incident.GetProperty("status").GetString());
        Assert.Contains("API asked Ben for help by API", await Story(house));
    }

    [Fact]
    public async Task Severity_IsChangedForAReason()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("payments-5xx");

        var incident = await Post(house, "severity", """{"severity":1,"why":"no customer can pay"}""");

        Assert.Equal("Sev1", incident.GetProperty("severity").GetString());
        Assert.Contains("API changed the severity from Sev2 to Sev1 by API: no customer can pay", await Story(house));
        Assert.Equal(Severity.Sev1, (await house.Look(number)).Severity);
    }

    [Fact]
    public async Task Mitigate_SaysSinceWhen()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        Assert.Equal("2026-09-14T03:12:00Z", (await Post(house, "mitigate", "{}")).GetProperty("mitigatedAt").GetString());
    }

    [Theory]
    [InlineData("commander")]
    [InlineData("scribe")]
    public async Task Roles_NameAPerson(string role)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var named = (await Post(house, "roles", $$"""{"role":"{{role}}","person":"ben"}""")).GetProperty(role);

        Assert.Equal(("ben", "Ben"), (named.GetProperty("id").GetString(), named.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Link_IsSeenFromBothSides()
    {
        await using var house = await WebAppFixture.Open();
        await house.Declare("Checkout is slow");
        var other = await house.Declare("Payments are slow", "payments");

        var incident = await Post(house, "link", """{"to":"INC-2"}""");

        Assert.Equal("INC-2", Assert.Single(incident.GetProperty("linked").EnumerateArray()).GetString());
        Assert.Equal([new IncidentNumber(1)], (await house.Look(other)).Linked);
    }

    [Fact]
    public async Task Merge_EndsTheFirstAsADuplicate()
    {
        await using var house = await WebAppFixture.Open();
        await house.Declare("Checkout is slow");
        await house.Declare("Payments are slow", "payments");

        var incident = await Post(house, "merge", """{"into":"2"}""");

        Assert.Equal(
            ("resolved", "duplicate", "INC-2"),
            (incident.GetProperty("status").GetString(), incident.GetProperty("resolveReason").GetString(), incident.GetProperty("mergedInto").GetString()));
    }

    [Fact]
    public async Task Merge_OfWhatIsOver_LeavesTheOtherAlone()
    {
        await using var house = await WebAppFixture.Open();
        await house.Resolve(await house.Declare("Checkout is slow"));
        var into = await house.Declare("Payments are slow", "payments");
        var before = await house.Look(into);

        var problem = await (await house.Api().PostJson("/api/v1/incidents/INC-1/merge", """{"into":"INC-2"}""")).Problem(409);

        Assert.Equal("alreadyResolved", problem.GetProperty("refusal").GetString());
        Assert.Equal(before.Version, (await house.Look(into)).Version);
    }

    [Fact]
    public async Task Held_SaysUntilWhenAndWhy()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("held-5xx");

        var held = (await Show(house)).GetProperty("held");

        Assert.Equal(("hold", "2026-09-14T03:14:00Z"), (held.GetProperty("kind").GetString(), held.GetProperty("until").GetString()));
        Assert.Contains("2 min", held.GetProperty("why").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_TellEveryAttempt()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var page = Assert.Single((await Show(house)).GetProperty("pages").EnumerateArray());

        var attempt = Assert.Single(page.GetProperty("log").EnumerateArray());
        Assert.Equal(("sent", "2026-09-14T03:12:00Z"), (attempt.GetProperty("state").GetString(), attempt.GetProperty("at").GetString()));
    }

    [Theory]
    [InlineData("escalate", "{}", "alreadyResolved")]
    [InlineData("snooze", """{"until":"30m"}""", "alreadyResolved")]
    [InlineData("reassign", """{"to":"ben"}""", "alreadyResolved")]
    [InlineData("page-also", """{"to":"ben"}""", "alreadyResolved")]
    [InlineData("severity", """{"severity":"Sev3"}""", "alreadyResolved")]
    [InlineData("mitigate", "{}", "alreadyResolved")]
    [InlineData("merge", """{"into":"INC-1"}""", "sameIncident")]
    [InlineData("link", """{"to":"INC-1"}""", "sameIncident")]
    public async Task Action_OnWhatIsOver_Is409WithTheReason(string action, string body, string refusal)
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Declare("Checkout is slow");
        await house.Resolve(number);
        var before = await house.Look(number);

        var problem = await (await house.Api().PostJson($"/api/v1/incidents/INC-1/{action}", body)).Problem(409);

        Assert.Equal(refusal, problem.GetProperty("refusal").GetString());
        Assert.Equal(before.Version, (await house.Look(number)).Version);
    }

    [Theory]
    [InlineData("snooze", """{"until":"8d"}""", "snoozeOutOfRange")]
    [InlineData("snooze", """{"until":"5h"}""", "snoozeOutOfRange")]
    [InlineData("severity", """{"severity":"SEV1"}""", "sameSeverity")]
    public async Task Action_ThatMayNotBe_Is409WithTheReason(string action, string body, string refusal)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");

        var problem = await (await house.Api().PostJson($"/api/v1/incidents/INC-1/{action}", body)).Problem(409);

        Assert.Equal(refusal, problem.GetProperty("refusal").GetString());
    }

    [Theory]
    [InlineData("escalate", """{"to":"ben"}""", "to")]
    [InlineData("snooze", "{}", "until")]
    [InlineData("snooze", """{"until":"soon"}""", "until")]
    [InlineData("snooze", """{"until":30}""", "until")]
    [InlineData("reassign", "{}", "to")]
    [InlineData("reassign", """{"to":["ben"]}""", "to")]
    [InlineData("reassign", """{"to":"nobody-here"}""", "to")]
    [InlineData("page-also", """{"to":"standard"}""", "to")]
    [InlineData("severity", "{}", "severity")]
    [InlineData("severity", """{"severity":"bad"}""", "severity")]
    [InlineData("severity", """{"severity":"Sev3","why":7}""", "why")]
    [InlineData("mitigate", """{"at":"now"}""", "at")]
    [InlineData("roles", """{"person":"ben"}""", "role")]
    [InlineData("roles", """{"role":"boss","person":"ben"}""", "role")]
    [InlineData("roles", """{"role":"scribe"}""", "person")]
    [InlineData("roles", """{"role":"scribe","person":"nobody-here"}""", "person")]
    [InlineData("link", """{"to":"seven"}""", "to")]
    [InlineData("link", """{"to":"INC-7"}""", "to")]
    [InlineData("merge", "{}", "into")]
    [InlineData("merge", """{"into":"INC-7"}""", "into")]
    [InlineData("merge", """{"into":7}""", "into")]
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
    public async Task Action_OnNoIncident_Is404()
    {
        await using var house = await WebAppFixture.Open();

        await (await house.Api().PostJson("/api/v1/incidents/INC-9/escalate", "{}")).Problem(404);
        await (await house.Api().PostJson("/api/v1/incidents/INC-9/merge", """{"into":"INC-8"}""")).Problem(404);
    }

    private static async Task<JsonElement> Post(WebAppFixture house, string action, string body)
    {
        var answer = await house.Api().PostJson($"/api/v1/incidents/INC-1/{action}", body);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }

    private static Task<JsonElement> Show(WebAppFixture house) => house.Api().GetJson("/api/v1/incidents/INC-1");

    private static async Task<string> Story(WebAppFixture house) => string.Join('\n', (await Show(house))
        .GetProperty("timeline").EnumerateArray().Select(entry => entry.GetProperty("text").GetString()));
}
