using System.Net;
using Incidents.Application.Heartbeats;
using Incidents.Application.Heartbeats.Door;
using NodaTime;

namespace Incidents.Web.Tests.Api;

public sealed class HeartbeatApiTests
{
    private const string Path = "/api/v1/heartbeats";

    [Fact]
    public async Task ABeat_NeedsTheTokenAndNoBody()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();
        using var stranger = house.Bare();

        var beat = await api.PostAsync($"{Path}/nightly-backup", content: null);

        Assert.Equal("2026-09-15T03:22:00Z", (await beat.Json()).GetProperty("until").GetString());
        var view = (await api.GetJson(Path)).GetProperty("items")[0];
        Assert.Equal(("beating", "2026-09-14T03:12:00Z"), (view.GetProperty("status").GetString(), view.GetProperty("lastBeat").GetString()));
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync($"{Path}/nightly-backup", content: null)).StatusCode);
    }

    [Fact]
    public async Task ABeatNobodyConfigured_IsToldHowToMendIt()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        var typo = await (await api.PostAsync($"{Path}/nightly-bakup", content: null)).Problem(404);
        var other = await (await api.PostAsync($"{Path}/export", content: null)).Problem(404);

        Assert.Equal("Did you mean \"nightly-backup\"? Else add it to the configuration.", typo.GetProperty("detail").GetString());
        Assert.Equal("Add it to the configuration: heartbeats: { export: { every: 24h, service: <id of a service> } }.", other.GetProperty("detail").GetString());
    }

    /// <summary>A job does not know which of the two it talks to.</summary>
    [Fact]
    public async Task V28_Beat_AtAStack_IsAnsweredInTheFormOfTheApi()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        var (kept, unknown) = (await api.PostAsync($"{Path}/nightly-backup", content: null), await api.PostAsync($"{Path}/nightly-bakup", content: null));

        Assert.Equal(await kept.Content.ReadAsStringAsync(), BeatReply.Kept("nightly-backup", Instant.FromUtc(2026, 9, 15, 3, 22)).Body);
        var told = BeatReply.Unknown(new HeartbeatResult.Unknown("nightly-bakup", "Did you mean \"nightly-backup\"? Else add it to the configuration."));
        Assert.Equal((await unknown.Content.ReadAsStringAsync(), $"{unknown.Content.Headers.ContentType}"), (told.Body, told.Headers["content-type"]));
    }

    [Fact]
    public async Task AMute_HasAReasonAndAnEnd()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        await (await api.PostJson($"{Path}/nightly-backup/mute", """{ "until": "2026-09-16T00:00:00Z" }""")).Problem(400);
        await (await api.PostJson($"{Path}/nightly-backup/mute", """{ "reason": "the tape is full" }""")).Problem(400);
        await (await api.PostJson($"{Path}/nightly-backup/mute", """{ "reason": "the tape is full", "until": "2027-09-16T00:00:00Z" }""")).Problem(400);
        Assert.True((await api.PostJson($"{Path}/nightly-backup/mute", """{ "reason": "the tape is full", "until": "2026-09-16T00:00:00Z" }""")).IsSuccessStatusCode);

        var view = (await api.GetJson(Path)).GetProperty("items")[0];
        Assert.Equal(("muted", "the tape is full"), (view.GetProperty("status").GetString(), view.GetProperty("muteReason").GetString()));
        Assert.True((await api.PostAsync($"{Path}/nightly-backup/unmute", content: null)).IsSuccessStatusCode);
        Assert.Equal("waiting", (await api.GetJson(Path)).GetProperty("items")[0].GetProperty("status").GetString());
    }
}
