using System.Text.Json;

namespace Incidents.Web.Tests.Api;

public sealed class SwapApiTests : IAsyncLifetime
{
    private const string Swaps = "/api/v1/schedules/primary/swaps";
    private const string NextWeek = """{ "from": "2026-09-15T18:00:00Z", "to": "2026-09-16T06:00:00Z", "reason": "Concert", "by": "ben" }""";

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
    public async Task ASwap_IsAsked_Listed_Taken_AndInForce()
    {
        var asked = await (await api.PostJson(Swaps, NextWeek)).Json();
        Assert.Equal(("open", "ben", "Concert"), (Text(asked, "state"), Text(asked, "requester"), Text(asked, "reason")));
        var listed = Assert.Single((await api.GetJson("/api/v1/swaps")).GetProperty("items").EnumerateArray());
        Assert.Equal((Text(asked, "id"), "ana"), (Text(listed, "id"), Text(listed, "suggested")));

        var taken = await (await api.PostJson($"{Swaps}/{Text(asked, "id")}/take", """{ "by": "ana" }""")).Json();

        Assert.Equal(("taken", "ana"), (Text(taken, "state"), Text(taken, "taker")));
        Assert.Equal("ana", Text((await api.GetJson("/api/v1/oncall?at=2026-09-15T19:00:00Z")).GetProperty("items")[0].GetProperty("onCall")[0], "id"));
        var made = Assert.Single((await api.GetJson("/api/v1/schedules/primary/overrides")).GetProperty("items").EnumerateArray());
        Assert.Equal((Text(taken, "override"), "Ana"), (Text(made, "id"), Text(made.GetProperty("by"), "name")));
        Assert.Equal("isNotOpen", Text(await (await api.PostJson($"{Swaps}/{Text(asked, "id")}/cancel", "{ }")).Problem(409), "refusal"));
    }

    [Fact]
    public async Task ASwap_NobodyTook_CanBeCancelled()
    {
        var asked = await (await api.PostJson(Swaps, NextWeek)).Json();

        var cancelled = await (await api.PostJson($"{Swaps}/{Text(asked, "id")}/cancel", """{ "by": "ben" }""")).Json();

        Assert.Equal(("cancelled", "Ben"), (Text(cancelled, "state"), Text(cancelled.GetProperty("cancelledBy"), "name")));
    }

    [Theory]
    [InlineData("""{ "from": "2026-09-15T18:00:00Z", "to": "2026-09-16T06:00:00Z", "by": "ana" }""", "requester")]
    [InlineData("""{ "from": "2026-09-15T18:00:00Z", "to": "2026-09-16T06:00:00Z", "requester": "bem" }""", "requester")]
    [InlineData("""{ "from": "2026-09-15T18:00:00Z", "to": "2026-09-15T06:00:00Z", "by": "ben" }""", "to")]
    [InlineData("""{ "from": "2026-09-15T18:00:00Z", "by": "ben" }""", "to")]
    [InlineData("""{ "from": "2020-09-15T18:00:00Z", "to": "2026-09-16T06:00:00Z", "by": "ben" }""", "from")]
    public async Task ARequestThatCannotBe_NamesTheField(string body, string field) =>
        Assert.Equal(field, Text(await (await api.PostJson(Swaps, body)).Problem(400), "field"));

    [Fact]
    public async Task WhatIsNotThere_IsNotFound()
    {
        await (await api.PostJson("/api/v1/schedules/other/swaps", NextWeek)).Problem(404);
        await (await api.PostJson($"{Swaps}/sw-none/take", """{ "by": "ana" }""")).Problem(404);
        await (await api.GetAsync("/api/v1/schedules/other/swaps")).Problem(404);
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
