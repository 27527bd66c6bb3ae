using System.Text;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Tests.Slack.Cards;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Application.Tests.Slack;

public sealed class SlackTeamChannelTests
{
    private static readonly Uri ResponseUrl = new("https://hooks.slack.com/actions/T1/1/x");

    private readonly ScriptedSlack slack = new();
    private readonly SlackTeamChannel channel;

    public SlackTeamChannelTests() =>
        channel = new SlackTeamChannel(slack, () => new CardLinks("prod", new Uri("https://incidents.example.com")), new FakeTimeProvider(Briefings.TriggeredAt.ToDateTimeOffset()));

    [Fact]
    public async Task Page_PostsTheCardToTheServicesChannel()
    {
        Assert.IsType<PageOutcome.Sent>(await channel.Page(Briefings.Triggered(), mayBeRepeat: false, default));

        var (to, body) = Assert.Single(slack.Sent);
        Assert.Equal("payments", to);
        Assert.Contains("<@U012ABCDEF>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_PostsOneShortMessage()
    {
        Assert.IsType<PageOutcome.Sent>(await channel.Tell(Briefings.Triggered().Resolved(), UpdateKind.Resolved, default));

        Assert.Contains("resolved after 44 min", Assert.Single(slack.Sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_AnswersTheClick()
    {
        Assert.IsType<PageOutcome.Sent>(await channel.Replace(Briefings.Triggered().Acknowledged(), ResponseUrl, default));

        var (to, body) = Assert.Single(slack.Sent);
        Assert.Equal(ResponseUrl.AbsoluteUri, to);
        Assert.StartsWith("{\"replace_original\":true,", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_blocks")]
    [InlineData("invalid_payload")]
    [InlineData("msg_blocks_too_long")]
    public async Task F41_Page_WhoseLayoutSlackRefuses_IsSentOnceMoreWithoutAny(string code)
    {
        slack.Answers.Enqueue(new SlackResponse.Rejected(code));

        Assert.IsType<PageOutcome.Sent>(await channel.Page(Briefings.Triggered(), mayBeRepeat: false, default));

        Assert.Equal(2, slack.Sent.Count);
        Assert.DoesNotContain("\"blocks\"", slack.Sent[1].Body, StringComparison.Ordinal);
        Assert.Contains("<@U012ABCDEF>", slack.Sent[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatSlackRejects_HasFailed() =>
        Assert.Equal(new PageOutcome.Failed("no_service"), await PageAnswered(new SlackResponse.Rejected("no_service")));

    [Fact]
    public async Task Page_WithoutAnswer_IsUnknown() =>
        Assert.Equal(new PageOutcome.Unknown("timeout"), await PageAnswered(new SlackResponse.Unknown("timeout")));

    [Fact]
    public async Task Page_ThatSlackWantsLater_WaitsAsLongAsSlackSays() => Assert.Equal(
        new PageOutcome.TryAgain(Briefings.TriggeredAt + Duration.FromSeconds(30), "rate_limited"),
        await PageAnswered(new SlackResponse.RetryLater(Duration.FromSeconds(30), "rate_limited")));

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    [InlineData(4, 27)]
    [InlineData(9, 60)]
    public async Task Page_ThatSlackWantsLater_BacksOffWhereSlackDoesNotSay(int attempts, int seconds)
    {
        slack.Answers.Enqueue(new SlackResponse.RetryLater(null, "http_503"));
        var briefing = Briefings.Triggered().With(i => i with
        {
            Pages = [new Page { Id = 2, Person = "ana", Channel = "slack", Step = 1, Attempts = attempts, RequestedAt = i.TriggeredAt, Deadline = i.TriggeredAt }],
        });

        var later = Assert.IsType<PageOutcome.TryAgain>(await channel.Page(briefing, mayBeRepeat: false, default));
        Assert.Equal("http_503", later.Answer);
        Assert.InRange((later.At - Briefings.TriggeredAt).TotalSeconds, seconds * 0.8, seconds);
    }

    private async Task<PageOutcome> PageAnswered(SlackResponse answer)
    {
        slack.Answers.Enqueue(answer);
        var outcome = await channel.Page(Briefings.Triggered(), mayBeRepeat: false, default);
        Assert.Single(slack.Sent);
        return outcome;
    }

    private sealed class ScriptedSlack : ISlackWebhook
    {
        public Queue<SlackResponse> Answers { get; } = [];

        public List<(string To, string Body)> Sent { get; } = [];

        public Task<SlackResponse> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Take(channel, json);

        public Task<SlackResponse> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Take(responseUrl.AbsoluteUri, json);

        private Task<SlackResponse> Take(string to, ReadOnlyMemory<byte> json)
        {
            Sent.Add((to, Encoding.UTF8.GetString(json.Span)));
            return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : new SlackResponse.Accepted());
        }
    }
}
