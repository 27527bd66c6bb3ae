using System.Net;

namespace Incidents.Web.Tests.Api;

public sealed class TestPageApiTests
{
    private const string Path = "/api/v1/test-pages";

    [Fact]
    public async Task ATest_AnswersByChannel_AndCanBeLookedUp()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();

        var sent = await (await api.PostJson(Path, """{ "person": "ana" }""")).Json();

        Assert.Equal(("slack", "sent"), (sent.GetProperty("channels")[0].GetProperty("channel").GetString(), sent.GetProperty("channels")[0].GetProperty("status").GetString()));
        var seen = await api.GetJson($"{Path}/{sent.GetProperty("id").GetString()}");
        Assert.Equal(sent.GetRawText(), seen.GetRawText());
    }

    [Fact]
    public async Task Nobody_AndNothing_AreRefused()
    {
        await using var house = await WebAppFixture.Open();
        using var api = house.Api();
        using var stranger = house.Bare();

        await (await api.PostJson(Path, """{ "person": "zoe" }""")).Problem(404);
        await (await api.PostJson(Path, "{ }")).Problem(400);
        await (await api.GetAsync($"{Path}/none")).Problem(404);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.PostAsync(Path, content: null)).StatusCode);
    }
}
