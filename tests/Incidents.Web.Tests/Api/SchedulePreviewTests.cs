using System.Net;
using System.Text.Json;

namespace Incidents.Web.Tests.Api;

public class SchedulePreviewTests(SchedulePreviewTests.OpenHouse open) : IClassFixture<SchedulePreviewTests.OpenHouse>
{
    private const string Path = "/api/v1/schedules/preview";

    private const string Weekly = """
        { "time_zone": "Europe/Berlin", "layers": [{
            "name": "primary", "priority": null, "time_zone": null, "start": "2026-03-23T08:00:00Z", "end": null,
            "participants": ["bea", ["cy", "ada"], null], "on_call_count": null,
            "rotation": { "kind": "weekly", "length": 1, "handoff_time": "09:00", "handoff_weekday": "MO", "handoff_monthday": null, "days": null, "anchor": null, "start_index": null },
            "restrictions": null, "changes": null }],
          "overrides": null }
        """;

    [Fact]
    public async Task Segments_CoverTheWindow_WithGapsAndSortedPeople_AcrossAClockChange() => await Answers(
        Weekly,
        """{ "type": "segments", "from": "2026-03-29T00:00:00Z", "to": "2026-04-07T00:00:00Z" }""",
        """
        [{"from":"2026-03-29T00:00:00Z","to":"2026-03-30T07:00:00Z","users":["bea"]},
         {"from":"2026-03-30T07:00:00Z","to":"2026-04-06T07:00:00Z","users":["ada","cy"]},
         {"from":"2026-04-06T07:00:00Z","to":"2026-04-07T00:00:00Z","users":[]}]
        """);

    [Theory]
    [InlineData("""{ "segments": { "from": "2026-03-29T00:00:00Z", "to": "2026-03-30T00:00:00Z" } }""")]
    [InlineData("""{ "kind": "segments", "from": "2026-03-29T00:00:00Z", "to": "2026-03-30T00:00:00Z" }""")]
    public async Task Type_CanBeTheOnlyKey_OrBeCalledKind(string query) => await Answers(
        Weekly, query, """[{"from":"2026-03-29T00:00:00Z","to":"2026-03-30T00:00:00Z","users":["bea"]}]""");

    [Fact]
    public async Task Instants_AreAnsweredInTheOrderAsked() => await Answers(
        Weekly,
        """{ "type": "instants", "at": ["2026-04-06T08:00:00Z", "2026-03-30T07:00:00Z", "2026-03-01T00:00:00Z"] }""",
        """[{"at":"2026-04-06T08:00:00Z","users":[]},{"at":"2026-03-30T07:00:00Z","users":["ada","cy"]},{"at":"2026-03-01T00:00:00Z","users":[]}]""");

    [Fact]
    public async Task Shifts_AreOnePerUser() => await Answers(
        Weekly,
        """{ "type": "shifts", "from": "2026-03-30T00:00:00Z", "to": "2026-04-01T00:00:00Z" }""",
        """
        [{"from":"2026-03-30T00:00:00Z","to":"2026-03-30T07:00:00Z","user":"bea"},
         {"from":"2026-03-30T07:00:00Z","to":"2026-04-01T00:00:00Z","user":"ada"},
         {"from":"2026-03-30T07:00:00Z","to":"2026-04-01T00:00:00Z","user":"cy"}]
        """);

    [Theory]
    [InlineData("""["ada", "ada", "bea", null]""", 4, """{"coverage_percent":75,"balance_percent":50,"total_score":62,"overloaded":[{"user":"ada","score":33}]}""")]
    [InlineData("""["cy", "ada", "bea", "cy", "bea", "cy", "ada", "bea", "cy", "dan"]""", 10, """{"coverage_percent":100,"balance_percent":50,"total_score":75,"overloaded":[{"user":"cy","score":60},{"user":"bea","score":20}]}""")]
    [InlineData("""["ada", "bea"]""", 4, """{"coverage_percent":100,"balance_percent":100,"total_score":100,"overloaded":[]}""")]
    [InlineData("[]", 4, """{"coverage_percent":0,"balance_percent":0,"total_score":0,"overloaded":[]}""")]
    public async Task V44_Quality_WhenTimeIsUneven_NamesEachUserAboveTheAverage_WithTheExcess(string participants, int days, string result) => await Answers(
        $$"""
        { "time_zone": "Etc/UTC", "layers": [{ "name": "a", "start": "2026-01-01T00:00:00Z", "participants": {{participants}}, "rotation": { "kind": "daily" } }], "overrides": [] }
        """,
        $$"""{ "type": "quality", "from": "2026-01-01T00:00:00Z", "to": "2026-01-{{days + 1:00}}T00:00:00Z" }""",
        result);

    [Theory]
    [InlineData("""{ "schedule": { "time_zone": "Europe/Berlin" }, "query": { "type": "resolve", "local": ["2026-03-29T02:30", "2026-10-25T02:30"] } }""")]
    [InlineData("""{ "query": { "type": "resolve", "time_zone": "Europe/Berlin", "local": ["2026-03-29T02:30", "2026-10-25T02:30"] } }""")]
    [InlineData("""{ "time_zone": "Europe/Berlin", "query": { "type": "resolve", "local": ["2026-03-29T02:30", "2026-10-25T02:30"] } }""")]
    public async Task Resolve_TakesTheEarliestInstant_OfTheZoneWhereverItIsNamed(string body)
    {
        using var api = open.House.Api();
        Same("""["2026-03-29T01:00:00Z","2026-10-25T00:30:00Z"]""", await api.PostJson(Path, body));
    }

    [Theory]
    [InlineData("\"length\": 1", "\"length\": 0", "schedule.layers[0].rotation.length")]
    [InlineData("\"length\": 1", "\"length\": 9001", "schedule.layers[0].rotation.length")]
    [InlineData("\"length\": 1", "\"length\": \"1\"", "schedule.layers[0].rotation.length")]
    [InlineData("\"length\": 1", "\"length\": 1.5", "schedule.layers[0].rotation.length")]
    [InlineData("\"length\": 1", "\"lenght\": 1", "schedule.layers[0].rotation.lenght")]
    [InlineData("\"length\": 1", "\"length\": 1, \"length\": 2", "schedule.layers[0].rotation.length")]
    [InlineData("\"kind\": \"weekly\"", "\"kind\": \"yearly\"", "schedule.layers[0].rotation.kind")]
    [InlineData("\"on_call_count\": null", "\"on_call_count\": 0", "schedule.layers[0].on_call_count")]
    [InlineData("\"end\": null", "\"end\": \"2026-03-23T08:00:00Z\"", "schedule.layers[0].end")]
    [InlineData("\"handoff_time\": \"09:00\"", "\"handoff_time\": \"9:00\"", "schedule.layers[0].rotation.handoff_time")]
    [InlineData("\"handoff_time\": \"09:00\"", "\"handoff_time\": \"24:00\"", "schedule.layers[0].rotation.handoff_time")]
    [InlineData("\"handoff_weekday\": \"MO\"", "\"handoff_weekday\": \"MON\"", "schedule.layers[0].rotation.handoff_weekday")]
    [InlineData("\"handoff_monthday\": null", "\"handoff_monthday\": 32", "schedule.layers[0].rotation.handoff_monthday")]
    [InlineData("\"days\": null", "\"days\": [\"MO\", \"MO\"]", "schedule.layers[0].rotation.days")]
    [InlineData("\"days\": null", "\"days\": [\"XX\"]", "schedule.layers[0].rotation.days[0]")]
    [InlineData("\"anchor\": null", "\"anchor\": \"2026-03-23T09:01\"", "schedule.layers[0].rotation.anchor")]
    [InlineData("\"time_zone\": \"Europe/Berlin\"", "\"time_zone\": \"Europe/Atlantis\"", "schedule.time_zone")]
    [InlineData("\"time_zone\": null", "\"time_zone\": \"UTC+2\"", "schedule.layers[0].time_zone")]
    [InlineData("\"start\": \"2026-03-23T08:00:00Z\"", "\"start\": \"2026-03-23T08:00:00+01:00\"", "schedule.layers[0].start")]
    [InlineData("\"start\": \"2026-03-23T08:00:00Z\",", "", "schedule.layers[0].start")]
    [InlineData("\"start\": \"2026-03-23T08:00:00Z\"", "\"start\": \"-9998-01-01T00:00:00Z\"", "schedule.layers[0].start")]
    [InlineData("\"participants\": [\"bea\",", "\"participants\": [5,", "schedule.layers[0].participants[0]")]
    [InlineData("\"restrictions\": null", "\"restrictions\": [{ \"type\": \"daily\", \"start\": \"08:00\", \"end\": \"20:00:00\" }]", "schedule.layers[0].restrictions[0].end")]
    [InlineData("\"restrictions\": null", "\"restrictions\": [{ \"type\": \"weekly\", \"start\": \"08:00\", \"end\": \"20:00\", \"start_day\": \"MO\" }]", "schedule.layers[0].restrictions[0].end_day")]
    [InlineData("\"overrides\": null", "\"overrides\": [{ \"kind\": \"replace\", \"from\": \"2026-03-23T08:00:00Z\", \"to\": \"2026-03-24T08:00:00Z\", \"users\": [] }]", "schedule.overrides[0].replaces")]
    [InlineData("\"overrides\": null", "\"overrides\": [{ \"kind\": \"add\", \"from\": \"2026-03-23T08:00:00Z\", \"to\": \"2026-03-24T08:00:00Z\", \"users\": [], \"layer\": \"none\" }]", "schedule.overrides[0].layer")]
    public async Task Schedule_ThatBreaksARule_IsRefusedByItsField(string written, string instead, string field)
    {
        Assert.Contains(written, Weekly, StringComparison.Ordinal);
        await Refuses(Body(Weekly.Replace(written, instead, StringComparison.Ordinal), """{ "type": "segments", "from": "2026-03-29T00:00:00Z", "to": "2026-04-07T00:00:00Z" }"""), field);
    }

    [Theory]
    [InlineData("""{ "type": "segments", "from": "2026-01-01T00:00:00Z", "to": "2028-01-01T00:00:01Z" }""", "query.to")]
    [InlineData("""{ "type": "quality", "from": "2026-01-01T00:00:00Z", "to": "2026-01-01T00:00:00Z" }""", "query.to")]
    [InlineData("""{ "type": "shifts", "from": "2026-01-01", "to": "2026-01-02T00:00:00Z" }""", "query.from")]
    [InlineData("""{ "type": "shifts", "to": "2026-01-02T00:00:00Z" }""", "query.from")]
    [InlineData("""{ "type": "instants", "at": ["2026-01-02T00:00:00Z", "now"] }""", "query.at[1]")]
    [InlineData("""{ "type": "resolve", "local": ["2026-01-02T25:00"] }""", "query.local[0]")]
    [InlineData("""{ "type": "resolve", "time_zone": "Mars", "local": ["2026-01-02T20:00"] }""", "query.time_zone")]
    [InlineData("""{ "type": "resolve", "local": ["-9998-01-01T00:00"] }""", "query.local")]
    [InlineData("""{ "type": "gaps", "from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z" }""", "query.type")]
    [InlineData("""{ "from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z" }""", "query.type")]
    [InlineData("""{ "type": "segments", "from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z", "overflow": "x" }""", "query.overflow")]
    public async Task Query_ThatCannotBeAnswered_IsRefusedByItsField(string query, string field) => await Refuses(Body(Weekly, query), field);

    [Theory]
    [InlineData("", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{ "query": { "type": "segments", "from": "2026-01-01T00:00:00Z", "to": "2026-01-02T00:00:00Z" } }""", "schedule")]
    [InlineData("""{ "schedule": { "time_zone": "\ud800", "layers": [] }, "query": { "type": "instants", "at": [] } }""", "schedule.time_zone")]
    public async Task Body_ThatIsNoQuestion_IsRefused(string body, string field) => await Refuses(body, field);

    [Fact]
    public async Task Token_IsNeeded()
    {
        using var nobody = open.House.Bare();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.PostJson(Path, "{}")).StatusCode);
    }

    private static string Body(string schedule, string query) => $$"""{ "schedule": {{schedule}}, "query": {{query}} }""";

    private async Task Answers(string schedule, string query, string result)
    {
        using var api = open.House.Api();
        Same(result, await api.PostJson(Path, Body(schedule, query)));
    }

    private async Task Refuses(string body, string field)
    {
        using var api = open.House.Api();
        Assert.Equal(field, (await (await api.PostJson(Path, body)).Problem(400)).GetProperty("field").GetString());
    }

    private static void Same(string result, HttpResponseMessage response)
    {
        var text = response.Content.ReadAsStringAsync().GetAwaiter().GetResult();
        Assert.True(response.IsSuccessStatusCode, text);
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        using var expected = JsonDocument.Parse(result);
        using var actual = JsonDocument.Parse(text);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, actual.RootElement.GetProperty("result")), text);
    }

    /// <summary>One house for all, as nothing here changes it.</summary>
    public sealed class OpenHouse : IAsyncLifetime
    {
        internal WebAppFixture House { get; private set; } = null!;

        public async Task InitializeAsync() => House = await WebAppFixture.Open();

        public async Task DisposeAsync() => await House.DisposeAsync();
    }
}
