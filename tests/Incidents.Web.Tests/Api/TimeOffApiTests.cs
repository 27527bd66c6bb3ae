using System.Text.Json;

namespace Incidents.Web.Tests.Api;

public sealed class TimeOffApiTests : IAsyncLifetime
{
    private const string TimeOff = "/api/v1/time-off";
    private const string Autumn = """{ "person": "ben", "from": "2026-09-18", "to": "2026-09-22", "by": "ana" }""";

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
    public async Task TimeOff_IsEntered_WarnsOfShifts_AndChangesNone()
    {
        var made = await (await api.PostJson(TimeOff, Autumn)).Json();

        Assert.Equal(("planned", "2026-09-18T00:00:00Z", "2026-09-23T00:00:00Z"), (Text(made, "state"), Text(made, "from"), Text(made, "to")));
        var conflict = Assert.Single(made.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(("primary", "2026-09-18T00:00:00Z", "2026-09-21T09:00:00Z"), (Text(conflict, "schedule"), Text(conflict, "from"), Text(conflict, "to")));
        Assert.Equal("./incidents swap ask primary --from 2026-09-18T00:00:00Z --to 2026-09-21T09:00:00Z --as ben", conflict.GetProperty("cover")[0].GetString());
        Assert.Equal("ben", Text((await api.GetJson("/api/v1/oncall?at=2026-09-19T12:00:00Z")).GetProperty("items")[0].GetProperty("onCall")[0], "id"));
    }

    [Fact]
    public async Task Conflicts_AreThoseOfTheWindow_AndEndWithTheTimeOff()
    {
        const string Conflicts = "/api/v1/schedules/primary/conflicts?from=2026-09-14T00:00:00Z&to=2026-09-20T00:00:00Z";
        var made = await (await api.PostJson(TimeOff, Autumn)).Json();

        var conflict = Assert.Single((await api.GetJson(Conflicts)).GetProperty("items").EnumerateArray());
        Assert.Equal(("Ben", "2026-09-20T00:00:00Z"), (Text(conflict.GetProperty("person"), "name"), Text(conflict, "to")));

        await api.DeleteAsync($"{TimeOff}/{Text(made, "id")}");
        Assert.Empty((await api.GetJson(Conflicts)).GetProperty("items").EnumerateArray());
        await (await api.DeleteAsync($"{TimeOff}/{Text(made, "id")}")).Problem(409);
    }

    [Fact]
    public async Task AnEventOfACalendar_ImportedAgain_IsKnown_AndMoved()
    {
        const string Event = """{ "person": "ben", "from": "2026-09-18", "to": "2026-09-22", "source": "1@calendar" }""";
        var first = await (await api.PostJson(TimeOff, Event)).Json();
        var again = await (await api.PostJson(TimeOff, Event)).Json();
        var moved = await (await api.PostJson(TimeOff, Event.Replace("-22", "-25", StringComparison.Ordinal))).Json();

        Assert.Equal(Text(first, "id"), Text(again, "id"));
        var items = (await api.GetJson(TimeOff)).GetProperty("items").EnumerateArray().Select(item => (Text(item, "id"), Text(item, "state")));
        Assert.Equal([(Text(first, "id"), "over"), (Text(moved, "id"), "planned")], items);
    }

    [Theory]
    [InlineData("""{ "person": "zoe", "from": "2026-09-18", "to": "2026-09-22" }""", "person")]
    [InlineData("""{ "person": "ben", "from": "2026-09-18", "to": "2026-09-17" }""", "to")]
    [InlineData("""{ "person": "ben", "from": "2026-09-18", "to": "2026-09-18T09:00:00Z" }""", "to")]
    [InlineData("""{ "person": "ben", "from": "Friday", "to": "2026-09-18" }""", "from")]
    [InlineData("""{ "person": "ben", "from": "2020-09-18", "to": "2020-09-22" }""", "to")]
    [InlineData("""{ "person": "ben", "from": "2026-09-18", "to": "2029-09-22" }""", "to")]
    public async Task WhatCannotBe_NamesTheField(string body, string field) =>
        Assert.Equal(field, Text(await (await api.PostJson(TimeOff, body)).Problem(400), "field"));

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
