using System.Net;
using System.Text.Json;
using NodaTime;

namespace Incidents.Web.Tests.Api;

/// <summary>Local times in requests, by the clock of the schedule.</summary>
public sealed class TimeWordsApiTests
{
    [Fact]
    public async Task V15_Override_InLocalTime_IsMadeForTheInstantsItMeans()
    {
        await using var house = await WebAppFixture.Open();

        var made = await Created(house, "schedules/primary/overrides", """{ "kind": "cover", "from": "tomorrow 18:00", "to": "06:00", "users": ["ben"], "by": "ana" }""");

        Assert.Equal(("2026-09-15T18:00:00Z", "2026-09-16T06:00:00Z"), (Text(made, "from"), Text(made, "to")));
    }

    [Fact]
    public async Task V15_Swap_InLocalTimeWithALength_IsAskedForTheInstantsItMeans()
    {
        await using var house = await WebAppFixture.Open();

        var asked = await Created(house, "schedules/primary/swaps", """{ "from": "fri 18:00", "for": "8h", "by": "ben" }""");

        Assert.Equal(("2026-09-18T18:00:00Z", "2026-09-19T02:00:00Z"), (Text(asked, "from"), Text(asked, "to")));
    }

    [Fact]
    public async Task V15_TimeOff_InLocalTime_IsEnteredForTheInstantsItMeans()
    {
        await using var house = await WebAppFixture.Open();

        var made = await Created(house, "time-off", """{ "person": "ben", "from": "tomorrow 12:00", "to": "fri 18:00", "by": "ana" }""");

        Assert.Equal(("2026-09-15T12:00:00Z", "2026-09-18T18:00:00Z"), (Text(made, "from"), Text(made, "to")));
    }

    [Fact]
    public async Task V15_Maintenance_ThatRecurs_IsPlannedAndSaysItsNextRound()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        var made = await Created(house, "maintenance", """{ "reason": "backups", "every": "SU 02:00", "for": "1h", "services": ["checkout"], "by": "ana" }""");

        Assert.Equal(("planned", "SU 02:00", "60m", "2026-09-20T02:00:00Z"), (Text(made, "state"), Text(made, "every"), Text(made, "for"), Text(made, "next")));
        house.Clock.Jump(Instant.FromUtc(2026, 9, 20, 2, 10) - Instant.FromUtc(2026, 9, 14, 3, 12));
        Assert.Equal("active", Text((await api.GetJson("/api/v1/maintenance")).GetProperty("items")[0], "state"));
        await house.Fire("checkout-5xx");
        Assert.Equal(Instant.FromUtc(2026, 9, 20, 3, 0), (await house.Look(new(1))).Quiet?.Until);
    }

    [Theory]
    [InlineData("maintenance", """{ "reason": "x", "every": "someday", "for": "1h", "services": ["checkout"] }""", "every")]
    [InlineData("maintenance", """{ "reason": "x", "every": "SU 02:00", "services": ["checkout"] }""", "for")]
    [InlineData("maintenance", """{ "reason": "x", "to": "18:00", "for": "1h", "services": ["checkout"] }""", "for")]
    [InlineData("schedules/primary/overrides", """{ "kind": "cover", "from": "soon", "to": "06:00", "users": ["ben"] }""", "from")]
    [InlineData("time-off", """{ "person": "ben", "from": "tomorrow 12:00", "to": "2026-09-20" }""", "to")]
    public async Task V15_Times_OfNoForm_AreRefusedByField(string path, string body, string field)
    {
        await using var house = await WebAppFixture.Open();

        Assert.Equal(field, Text(await (await house.Api().PostJson($"/api/v1/{path}", body)).Problem(400), "field"));
    }

    [Fact]
    public async Task V15_Snooze_UntilALocalTime_EndsThen()
    {
        await using var house = await WebAppFixture.Open();
        var number = await house.Fire("checkout-5xx");

        Assert.Equal(HttpStatusCode.OK, (await house.Api().PostJson("/api/v1/incidents/INC-1/snooze", """{ "until": "today 06:30", "by": "ana" }""")).StatusCode);
        Assert.Equal(Instant.FromUtc(2026, 9, 14, 6, 30), (await house.Look(number)).SnoozedUntil);
    }

    private static async Task<JsonElement> Created(WebAppFixture house, string path, string body)
    {
        var answer = await house.Api().PostJson($"/api/v1/{path}", body);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Json();
    }

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
