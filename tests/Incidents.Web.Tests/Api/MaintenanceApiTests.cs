using System.Net;
using NodaTime;

namespace Incidents.Web.Tests.Api;

public sealed class MaintenanceApiTests
{
    private const string Path = "/api/v1/maintenance";

    [Fact]
    public async Task AWindow_IsPlannedListedAndEnded()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        var planned = await api.PostJson(Path, """{ "reason": "moving the database", "to": "2026-09-14T05:00:00Z", "services": ["checkout"], "alarms": ["*-5xx"], "by": "ana" }""");

        Assert.Equal(HttpStatusCode.Created, planned.StatusCode);
        var window = (await api.GetJson(Path)).GetProperty("items")[0];
        Assert.Equal(("active", "Ana", "2026-09-14T03:12:00Z"), (window.GetProperty("state").GetString(), window.GetProperty("by").GetProperty("name").GetString(), window.GetProperty("from").GetString()));

        house.Clock.Jump(Duration.FromMinutes(5));
        var end = await (await api.PostJson($"{Path}/{window.GetProperty("id").GetString()}/end", "")).Json();
        Assert.Equal(("over", "2026-09-14T03:17:00Z"), (end.GetProperty("state").GetString(), end.GetProperty("endedAt").GetString()));
        var list = await api.GetJson(Path);
        Assert.Equal((0, 1), (list.GetProperty("items").GetArrayLength(), list.GetProperty("past").GetArrayLength()));
        await (await api.PostJson($"{Path}/{window.GetProperty("id").GetString()}/end", "")).Problem(404);
    }

    [Fact]
    public async Task AWindowToCome_IsPlanned()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        var planned = await api.PostJson(Path, """{ "reason": "kernel updates", "from": "2026-09-15T05:00:00Z", "to": "2026-09-15T07:00:00Z", "tags": ["tier=front"] }""");

        Assert.Equal("planned", (await planned.Json()).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("""{ "reason": "x", "to": "2026-09-14T05:00:00Z" }""", "services", "a window over everything is refused")]
    [InlineData("""{ "reason": "x", "services": ["checkout"] }""", "to", "is after the beginning")]
    [InlineData("""{ "reason": "x", "services": ["checkout"], "to": "tomorrow" }""", "to", "is an instant in UTC such as")]
    [InlineData("""{ "reason": "x", "services": "checkout", "to": "2026-09-14T05:00:00Z" }""", "services", "is a list of at most")]
    [InlineData("""{ "reason": "x", "services": ["chekout"], "to": "2026-09-14T05:00:00Z" }""", "services", "did you mean \"checkout\"?")]
    [InlineData("""{ "services": ["checkout"], "to": "2026-09-14T05:00:00Z" }""", "reason", "says what is being done")]
    [InlineData("""{ "reason": "x", "tags": ["tier=back"], "to": "2026-09-14T05:00:00Z" }""", "tags", "none has \"tier=back\"")]
    public async Task WhatCannotBe_IsRefusedByField(string body, string field, string told)
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        var problem = await (await api.PostJson(Path, body)).Problem(400);

        Assert.Equal(field, problem.GetProperty("field").GetString());
        Assert.Contains(told, problem.GetProperty("title").GetString(), StringComparison.Ordinal);
    }
}
