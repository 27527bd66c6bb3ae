using System.Text;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using Incidents.Web.Preview;
using NodaTime;

namespace Incidents.Web.Tests.Preview;

public class SlackPreviewTests
{
    private readonly JumpingClock clock = new(Instant.FromUtc(2026, 9, 14, 3, 12));

    [Theory]
    [InlineData("""{"text":"x"}""", null)]
    [InlineData("""{"text":"x","blocks":[]}""", null)]
    [InlineData("{", "invalid_payload")]
    [InlineData("[]", "invalid_payload")]
    [InlineData("{}", "no_text")]
    [InlineData("""{"text":""}""", "no_text")]
    [InlineData("""{"text":"x","blocks":{}}""", "invalid_blocks")]
    public async Task Post_AnswersAsSlackWould(string json, string? refusal)
    {
        var preview = new SlackPreview(path: null, clock);

        var answer = await preview.Post("default", Bytes(json), CancellationToken.None);

        Assert.Equal(refusal is null ? new DeliveryResult.Delivered() : new DeliveryResult.Rejected(refusal), answer);
        Assert.Equal(refusal is null ? 1 : 0, preview.Messages.Count);
    }

    [Fact]
    public async Task Respond_FiveTimes_IsTakenAndNotOnceMore()
    {
        var preview = await WithOneMessage();
        var token = preview.OpenResponse(preview.Messages[0], "U1");
        for (var i = 0; i < 5; i++)
        {
            Assert.Null(await preview.Respond(token, Bytes("""{"text":"y","replace_original":true}""")));
        }

        Assert.Equal("used_url", await preview.Respond(token, Bytes("""{"text":"y","replace_original":true}""")));
        Assert.Equal(5, preview.Messages[0].Replaced.Count);
    }

    [Fact]
    public async Task Respond_AfterThirtyMinutes_IsNotTaken()
    {
        var preview = await WithOneMessage();
        var token = preview.OpenResponse(preview.Messages[0], "U1");

        clock.Jump(Duration.FromMinutes(30));
        Assert.Null(await preview.Respond(token, Bytes("""{"text":"y"}""")));
        clock.Jump(Duration.FromSeconds(1));
        Assert.Equal("used_url", await preview.Respond(token, Bytes("""{"text":"y"}""")));
    }

    [Fact]
    public async Task File_ShowsASecondProcessTheSameMessages()
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("preview").FullName, "below", "slack.ndjson");
        var first = new SlackPreview(path, clock);
        await first.Post("default", Bytes("""{"text":"one"}"""), CancellationToken.None);
        await first.Post("payments", Bytes("""{"text":"two"}"""), CancellationToken.None);
        await first.Respond(first.OpenResponse(first.Messages[0], "U1"), Bytes("""{"text":"one, edited","replace_original":true}"""));
        await File.AppendAllTextAsync(path, """{"id":3,"channel":"payments","at":"2026-09-""");

        var second = new SlackPreview(path, clock);

        Assert.Equal(["one, edited", "two"], second.Messages.Select(m => m.Payload.GetProperty("text").GetString()));
        Assert.Equal("one", Assert.Single(second.Messages[0].Replaced).GetProperty("text").GetString());
        Assert.Equal(first.Messages.Select(m => (m.Id, m.Channel, m.At)), second.Messages.Select(m => (m.Id, m.Channel, m.At)));
    }

    [Fact]
    public async Task Messages_BeyondTheLimit_LetTheOldestGo()
    {
        var preview = new SlackPreview(path: null, clock);
        for (var i = 1; i <= 503; i++)
        {
            await preview.Post("default", Bytes($$"""{"text":"{{i}}"}"""), CancellationToken.None);
        }

        Assert.Equal(500, preview.Messages.Count);
        Assert.Equal("4", preview.Messages[0].Payload.GetProperty("text").GetString());
        Assert.Equal(503, preview.Messages[^1].Id);
    }

    private async Task<SlackPreview> WithOneMessage()
    {
        var preview = new SlackPreview(path: null, clock);
        await preview.Post("default", Bytes("""{"text":"x"}"""), CancellationToken.None);
        return preview;
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
