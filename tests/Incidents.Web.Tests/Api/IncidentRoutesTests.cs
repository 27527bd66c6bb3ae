using System.Net;
using System.Text.Json;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Web.Lists;
using NodaTime;

namespace Incidents.Web.Tests.Api;

public class IncidentRoutesTests
{
    [Fact]
    public async Task Show_TellsTheWholeStory()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        house.Clock.Jump(Duration.FromMilliseconds(61_250));
        await house.Fire("checkout-latency");
        await house.Acknowledge(number);
        await house.Store.Store.SavePostmortem(number, "# Draft", CancellationToken.None);

        var incident = await house.Api().GetJson("/api/v1/incidents/INC-1");

        Assert.Equal("INC-1", Text(incident, "number"));
        Assert.Equal("checkout-5xx", Text(incident, "title"));
        Assert.Equal("acknowledged", Text(incident, "status"));
        Assert.Equal("Sev1", Text(incident, "severity"));
        Assert.Equal("checkout", Text(incident, "service"));
        Assert.Equal("high", Text(incident, "urgency"));
        Assert.Equal("alarm", Text(incident, "source"));
        Assert.Equal("2026-09-14T03:12:00Z", Text(incident, "triggeredAt"));
        Assert.Equal("2026-09-14T03:13:01.25Z", Text(incident, "acknowledgedAt"));
        Assert.Equal("Ana", Text(incident.GetProperty("acknowledgedBy"), "name"));
        Assert.Equal(JsonValueKind.Null, incident.GetProperty("recoveredAt").ValueKind);
        Assert.Equal(JsonValueKind.Null, incident.GetProperty("resolvedAt").ValueKind);
        Assert.Equal("/api/v1/incidents/INC-1/postmortem", Text(incident, "postmortem"));

        var alarms = incident.GetProperty("alarms");
        Assert.Equal(["checkout-5xx", "checkout-latency"], alarms.EnumerateArray().Select(a => Text(a, "name")));
        Assert.Equal("ALARM", Text(alarms[0], "state"));
        Assert.True(alarms[0].GetProperty("opened").GetBoolean());
        Assert.Equal("arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-latency", Text(alarms[1], "arn"));
        Assert.StartsWith("https://eu-west-1.console.aws.amazon.com/", Text(alarms[1], "console"), StringComparison.Ordinal);

        var page = Assert.Single(incident.GetProperty("pages").EnumerateArray());
        Assert.Equal(("ana", "Ana", "slack", "sent"), (Text(page, "person"), Text(page, "name"), Text(page, "channel"), Text(page, "state")));
        Assert.Equal((1, 1), (page.GetProperty("step").GetInt32(), page.GetProperty("attempts").GetInt32()));

        var timeline = incident.GetProperty("timeline").EnumerateArray().ToList();
        Assert.Equal("IncidentTriggered", Text(timeline[0], "event"));
        Assert.Contains(timeline, entry => Text(entry, "text").Contains("Ana acknowledged", StringComparison.Ordinal));
        Assert.Equal(timeline.Select(entry => Text(entry, "at")).Order(StringComparer.Ordinal), timeline.Select(entry => Text(entry, "at")));

        var runbook = Assert.Single(incident.GetProperty("runbooks").EnumerateArray());
        Assert.Equal(("checkout", "Checkout is failing"), (Text(runbook, "id"), Text(runbook, "title")));
        Assert.Equal("Look at the graphs.", runbook.GetProperty("firstSteps")[0].GetString());
    }

    [Fact]
    public async Task Postmortem_IsMarkdown()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");
        await (await house.Api().GetAsync("/api/v1/incidents/INC-1/postmortem")).Problem(404);
        await house.Store.Store.SavePostmortem(number, "# Draft", CancellationToken.None);

        var answer = await house.Api().GetAsync("/api/v1/incidents/INC-1/postmortem");

        Assert.Equal("text/markdown", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("# Draft", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task F12_Message_IsWhatNobodyCouldRead_ToBeDownloaded()
    {
        await using var house = await WebAppFixture.Open();
        await house.Send("""{ "AlarmName": "<script>alert(1)</script>""");

        var answer = await house.Api().GetAsync("/api/v1/incidents/INC-1/message");

        Assert.Equal("""{ "AlarmName": "<script>alert(1)</script>""", await answer.Content.ReadAsStringAsync());
        Assert.Equal(("application/octet-stream", "attachment", "INC-1-message.txt"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.DispositionType, answer.Content.Headers.ContentDisposition?.FileName));
    }

    [Fact]
    public async Task Message_OfADeclaredIncident_IsNone()
    {
        await using var house = await WebAppFixture.Open();
        await house.Declare("checkout is slow");

        await (await house.Api().GetAsync("/api/v1/incidents/INC-1/message")).Problem(404);
    }

    [Theory]
    [InlineData("W57", "' OR 1=1")]
    [InlineData("W58", "INC#1")]
    [InlineData("", "INC-0")]
    [InlineData("", "INC-1234567890")]
    [InlineData("", "%00")]
    public async Task Number_ThatIsNone_Is400NamingIt(string line, string number)
    {
        await using var house = await WebAppFixture.Open();
        foreach (var (method, path) in new[] { ("GET", ""), ("GET", "/postmortem"), ("GET", "/message"), ("POST", "/acknowledge"), ("POST", "/notes") })
        {
            var answer = await house.Api().SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/api/v1/incidents/{Uri.EscapeDataString(number)}{path}"));

            Assert.True((await answer.Problem(400)).GetProperty("field").GetString() == "number", $"{line} {path}");
        }
    }

    [Fact]
    public async Task Number_OfNoIncident_Is404()
    {
        await using var house = await WebAppFixture.Open();

        await (await house.Api().GetAsync("/api/v1/incidents/INC-7")).Problem(404);
        await (await house.Api().PostJson("/api/v1/incidents/INC-7/acknowledge", "{}")).Problem(404);
        await (await house.Api().GetAsync("/api/v1/incidents/INC-7/postmortem")).Problem(404);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    public async Task List_ByCursor_ShowsEveryIncidentOnceOpenOnesFirst(int limit)
    {
        await using var house = await WebAppFixture.Open();
        for (var i = 1; i <= 3; i++)
        {
            await house.Fire($"quick-{i}");
            house.Clock.Jump(Duration.FromMinutes(1));
            await house.Recover($"quick-{i}");
            house.Clock.Jump(Duration.FromMinutes(1));
        }

        await house.Fire("checkout-5xx");
        await house.Fire("payments-dlq");
        await house.Fire("unclaimed");

        var seen = new List<string>();
        for (var path = $"/api/v1/incidents?limit={limit}"; path is not null;)
        {
            var page = await house.Api().GetJson(path);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            Assert.InRange(items.Count, 0, limit);
            seen.AddRange(items.Select(item => Text(item, "number")));
            var next = page.GetProperty("next").GetString();
            path = next is null ? null : $"/api/v1/incidents?limit={limit}&cursor={Uri.EscapeDataString(next)}";
        }

        Assert.Equal(["INC-6", "INC-5", "INC-4", "INC-3", "INC-2", "INC-1"], seen);
    }

    [Fact]
    public async Task V52_Pages_OfIncidentsOfOneMillisecond_HoldEachOnceAtEveryLimit()
    {
        await using var house = await WebAppFixture.Open();
        var all = new List<string>();
        for (var i = 0; i < 40; i++)
        {
            var number = await house.Declare($"incident {i}");
            all.Add(number.ToString());
            if (i % 4 != 0)
            {
                Assert.IsType<ChangeResult.Changed>(await house.Resolve(number));
            }

            house.Clock.Jump(Duration.FromNanoseconds(i % 3 == 0 ? 0 : 23_456));
        }

        var api = house.Api();
        foreach (var limit in new[] { 1, 2, 3, 4, 6, 7, 11, 30, 39, 40 })
        {
            var seen = new List<string>();
            for (var path = $"/api/v1/incidents?limit={limit}"; path is not null;)
            {
                var page = await api.GetJson(path);
                seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => Text(item, "number")));
                path = page.GetProperty("next").GetString() is { } next ? $"/api/v1/incidents?limit={limit}&cursor={Uri.EscapeDataString(next)}" : null;
            }

            Assert.Equal(all.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task V52_Cursor_OfTheVersionBefore_SkipsNothing()
    {
        await using var house = await WebAppFixture.Open();
        foreach (var i in Enumerable.Range(0, 3))
        {
            await house.Resolve(await house.Declare($"incident {i}"));
            house.Clock.Jump(Duration.FromNanoseconds(50_000));
        }

        var old = house.Get<CursorSeal>().Close($"{house.Clock.Now().ToUnixTimeMilliseconds()}.3");
        var page = await house.Api().GetJson($"/api/v1/incidents?cursor={Uri.EscapeDataString(old)}");

        Assert.Equal(["INC-3", "INC-2", "INC-1"], page.GetProperty("items").EnumerateArray().Select(item => Text(item, "number")));
    }

    [Theory]
    [InlineData("status=triggered", "INC-2")]
    [InlineData("status=resolved&service=quick", "INC-1")]
    [InlineData("severity=sev1", "INC-2")]
    [InlineData("severity=1", "INC-2")]
    [InlineData("text=QUICK", "INC-1")]
    [InlineData("service=payments", "")]
    public async Task List_WithFilter_HoldsWhatMatches(string query, string expected)
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("quick-1");
        house.Clock.Jump(Duration.FromMinutes(1));
        await house.Recover("quick-1");
        await house.Fire("checkout-5xx");

        var page = await house.Api().GetJson("/api/v1/incidents?" + query);

        Assert.Equal(expected, string.Join(' ', page.GetProperty("items").EnumerateArray().Select(item => Text(item, "number"))));
    }

    [Theory]
    [InlineData("W59", "cursor=1789355520000.1", "cursor")]
    [InlineData("W60", "cursor=o1789355520000.1~0123456789abcdef", "cursor")]
    [InlineData("W61", "cursor=eyJwayI6IlMjMSJ9", "cursor")]
    [InlineData("W62", "limit=0", "limit")]
    [InlineData("W63", "limit=-1", "limit")]
    [InlineData("W64", "limit=1000000000", "limit")]
    [InlineData("W65", "limit=NaN", "limit")]
    [InlineData("W65 point", "limit=1.5", "limit")]
    [InlineData("W69", "filter=attribute_exists(x)", "filter")]
    [InlineData("W69 service", "service=attribute_exists(x)", "service")]
    [InlineData("", "status=open", "status")]
    [InlineData("", "severity=0", "severity")]
    [InlineData("", "status=resolved&status=triggered", "status")]
    public async Task Query_ThatCannotBe_Is400NamingTheField(string line, string query, string field)
    {
        await using var house = await WebAppFixture.Open();

        var problem = await (await house.Api().GetAsync("/api/v1/incidents?" + query)).Problem(400);

        Assert.True(problem.GetProperty("field").GetString() == field, $"{line}: {problem}");
    }

    [Fact]
    public async Task W59_Cursor_EditedByOneDigit_Is400()
    {
        await using var house = await WebAppFixture.Open();
        await house.Fire("checkout-5xx");
        await house.Fire("payments-dlq");
        var cursor = (await house.Api().GetJson("/api/v1/incidents?limit=1")).GetProperty("next").GetString()!;

        var edited = cursor.Replace(".2~", ".1~", StringComparison.Ordinal);

        Assert.NotEqual(cursor, edited);
        await (await house.Api().GetAsync($"/api/v1/incidents?cursor={Uri.EscapeDataString(edited)}")).Problem(400);
        Assert.Equal(HttpStatusCode.OK, (await house.Api().GetAsync($"/api/v1/incidents?cursor={Uri.EscapeDataString(cursor)}")).StatusCode);
    }

    [Fact]
    public async Task OnCall_NamesWhoHasEachSchedule()
    {
        await using var house = await WebAppFixture.Open();

        var onCall = await house.Api().GetJson("/api/v1/oncall");

        Assert.Equal("2026-09-14T03:12:00Z", Text(onCall, "at"));
        var schedule = Assert.Single(onCall.GetProperty("items").EnumerateArray());
        Assert.Equal(("primary", "Etc/UTC", "2026-09-14T09:00:00Z"), (Text(schedule, "schedule"), Text(schedule, "timeZone"), Text(schedule, "until")));
        Assert.Equal("Ana", Text(Assert.Single(schedule.GetProperty("onCall").EnumerateArray()), "name"));
    }

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
