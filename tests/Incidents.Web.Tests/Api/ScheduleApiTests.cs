using System.Net;
using System.Text.Json;
using NodaTime;

namespace Incidents.Web.Tests.Api;

public sealed class ScheduleApiTests : IAsyncLifetime
{
    private const string Overrides = "/api/v1/schedules/primary/overrides";
    private const string Tonight = """{ "kind": "cover", "from": "2026-09-14T18:00:00Z", "to": "2026-09-15T06:00:00Z", "users": ["ana"], "by": "ana" }""";

    private WebAppFixture house = null!;
    private HttpClient api = null!;

    public async Task InitializeAsync()
    {
        house = await WebAppFixture.Open();
        api = house.Api();
    }

    public async Task DisposeAsync()
    {
        api.Dispose();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task OnCall_AtAnInstant_IsWhoIsOnCallThen()
    {
        Assert.Equal("ana", await OnCall("2026-09-14T08:59:59Z"));
        Assert.Equal("ben", await OnCall("2026-09-14T09:00:00Z"));
        Assert.Equal("at", (await (await api.GetAsync("/api/v1/oncall?at=now")).Problem(400)).GetProperty("field").GetString());
    }

    [Fact]
    public async Task Schedules_AreListed()
    {
        var item = Assert.Single((await api.GetJson("/api/v1/schedules")).GetProperty("items").EnumerateArray());
        Assert.Equal(("primary", "Etc/UTC"), (item.GetProperty("id").GetString(), item.GetProperty("timeZone").GetString()));
    }

    [Fact]
    public async Task SegmentsAndShifts_CoverTheWindow()
    {
        const string Window = "?from=2026-09-14T00:00:00Z&to=2026-09-15T00:00:00Z";
        var segments = (await api.GetJson($"/api/v1/schedules/primary/segments{Window}")).GetProperty("items").EnumerateArray().ToArray();
        Assert.Equal(["ana", "ben"], segments.Select(segment => segment.GetProperty("onCall")[0].GetProperty("id").GetString()));
        Assert.Equal("2026-09-14T09:00:00Z", segments[0].GetProperty("to").GetString());
        var shifts = (await api.GetJson($"/api/v1/schedules/primary/shifts{Window}")).GetProperty("items").EnumerateArray();
        Assert.Equal(["Ana", "Ben"], shifts.Select(shift => shift.GetProperty("person").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Fairness_IsWhoCarriesHowMuch()
    {
        var answer = await api.GetJson("/api/v1/schedules/primary/fairness?from=2026-09-14T00:00:00Z&to=2026-09-15T00:00:00Z");

        Assert.Equal(
            [("ben", 15, 2, 0), ("ana", 9, 6, 0)],
            answer.GetProperty("items").EnumerateArray().Select(item => (
                item.GetProperty("person").GetProperty("id").GetString(), item.GetProperty("hours").GetDouble(), item.GetProperty("nightHours").GetDouble(), item.GetProperty("weekendHours").GetDouble())));
    }

    [Theory]
    [InlineData("primary/fairness", "from", 400)]
    [InlineData("primary/segments", "from", 400)]
    [InlineData("primary/shifts?from=2026-09-14T00:00:00Z", "to", 400)]
    [InlineData("primary/shifts?from=2026-09-14T00:00:00Z&to=2028-09-15T00:00:00Z", "to", 400)]
    [InlineData("primary/segments?from=yesterday&to=2028-09-15T00:00:00Z", "from", 400)]
    [InlineData("primary/segments?from=-9998-01-01T00:00:00Z&to=-9998-01-02T00:00:00Z", "from", 400)]
    [InlineData("primary/shifts?from=9999-12-30T00:00:00Z&to=9999-12-31T00:00:00Z", "from", 400)]
    [InlineData("primary/shifts?from=2026-09-14T00:00:00Z&to=2026-09-14T00:00:00Z", "to", 400)]
    [InlineData("primary/shifts?from=2026-09-14T00:00:00Z&to=2026-09-15T00:00:00Z&to=2026-09-16T00:00:00Z", "to", 400)]
    [InlineData("other/segments?from=2026-09-14T00:00:00Z&to=2026-09-15T00:00:00Z", null, 404)]
    public async Task Window_ThatCannotBe_IsRefused(string path, string? field, int status)
    {
        var problem = await (await api.GetAsync($"/api/v1/schedules/{path}")).Problem(status);
        Assert.Equal(field, problem.TryGetProperty("field", out var named) ? named.GetString() : null);
    }

    [Fact]
    public async Task Override_CountsAtOnce_AndSaysWhoMadeIt()
    {
        Assert.Equal("ben", await OnCall("2026-09-14T20:00:00Z"));

        var response = await api.PostJson(Overrides, Tonight);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        var made = await response.Json();
        Assert.Equal(("planned", "Ana"), (made.GetProperty("state").GetString(), made.GetProperty("by").GetProperty("name").GetString()));
        Assert.Equal("ana", await OnCall("2026-09-14T20:00:00Z"));
        Assert.Equal("ben", await OnCall("2026-09-15T06:00:00Z"));
        Assert.Equal(made.GetProperty("id").GetString(), Assert.Single((await api.GetJson(Overrides)).GetProperty("items").EnumerateArray()).GetProperty("id").GetString());
    }

    [Fact]
    public async Task Cancel_OfARunningOne_EndsItNow_AndNeverAgain()
    {
        var made = await (await api.PostJson(Overrides, Tonight)).Json();
        var path = $"{Overrides}/{made.GetProperty("id").GetString()}";
        house.Clock.Jump(Instant.FromUtc(2026, 9, 14, 20, 0) - Instant.FromDateTimeOffset(house.Clock.GetUtcNow()));

        var cancelled = await (await api.DeleteAsync(path)).Json();

        Assert.Equal(("over", "2026-09-14T20:00:00Z"), (cancelled.GetProperty("state").GetString(), cancelled.GetProperty("to").GetString()));
        Assert.Equal("ana", await OnCall("2026-09-14T19:00:00Z"));
        Assert.Equal("ben", await OnCall("2026-09-14T20:00:00Z"));
        await (await api.DeleteAsync(path)).Problem(409);
        await (await api.DeleteAsync($"{Overrides}/ov-other")).Problem(404);
    }

    [Fact]
    public async Task Cancel_OfOneToCome_LeavesNothingOfIt()
    {
        var made = await (await api.PostJson(Overrides, Tonight)).Json();
        await api.DeleteAsync($"{Overrides}/{made.GetProperty("id").GetString()}");
        Assert.Equal("ben", await OnCall("2026-09-14T20:00:00Z"));
    }

    [Fact]
    public async Task Remove_OfTheOnlyOne_WarnsOfTheGap()
    {
        var made = await (await api.PostJson(Overrides, """{ "kind": "remove", "to": "2026-09-15T06:00:00Z", "users": ["ben"] }""")).Json();
        Assert.StartsWith("Nobody would be on call", Assert.Single(made.GetProperty("warnings").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Null(await OnCall("2026-09-14T20:00:00Z"));
    }

    [Theory]
    [InlineData("""{ "kind": "swap", "to": "2026-09-15T06:00:00Z", "users": ["ana"] }""", "kind")]
    [InlineData("""{ "kind": "cover", "users": ["ana"] }""", "to")]
    [InlineData("""{ "kind": "cover", "to": "2026-09-14T03:00:00Z", "users": ["ana"] }""", "to")]
    [InlineData("""{ "kind": "cover", "from": "2026-09-16T06:00:00Z", "to": "2026-09-15T06:00:00Z", "users": ["ana"] }""", "to")]
    [InlineData("""{ "kind": "cover", "to": "2029-09-15T06:00:00Z", "users": ["ana"] }""", "to")]
    [InlineData("""{ "kind": "cover", "to": "2026-09-15T06:00", "users": ["ana"] }""", "to")]
    [InlineData("""{ "kind": "cover", "to": "2026-09-15T06:00:00Z", "users": ["anna"] }""", "users")]
    [InlineData("""{ "kind": "add", "to": "2026-09-15T06:00:00Z", "users": [] }""", "users")]
    [InlineData("""{ "kind": "replace", "to": "2026-09-15T06:00:00Z", "users": ["ana"] }""", "replaces")]
    [InlineData("""{ "kind": "replace", "to": "2026-09-15T06:00:00Z", "users": ["ana"], "replaces": "bob" }""", "replaces")]
    [InlineData("""{ "kind": "cover", "to": "2026-09-15T06:00:00Z", "users": ["ana"], "layer": "night" }""", "layer")]
    public async Task Override_ThatCannotBe_IsRefusedByItsField(string body, string field)
    {
        Assert.Equal(field, (await (await api.PostJson(Overrides, body)).Problem(400)).GetProperty("field").GetString());
        Assert.Empty((await api.GetJson(Overrides)).GetProperty("items").EnumerateArray());
    }

    private async Task<string?> OnCall(string at)
    {
        var item = Assert.Single((await api.GetJson($"/api/v1/oncall?at={at}")).GetProperty("items").EnumerateArray());
        return item.GetProperty("onCall").EnumerateArray().Select(person => person.GetProperty("id").GetString()).SingleOrDefault();
    }
}
