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
        Assert.IsType<DeliveryResult.Delivered>(await channel.Page(Briefings.Triggered(), mayBeRepeat: false, default));

        var (to, body) = Assert.Single(slack.Sent);
        Assert.Equal("payments", to);
        Assert.Contains("<@U012ABCDEF>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_PostsOneShortMessage()
    {
        Assert.IsType<DeliveryResult.Delivered>(await channel.Tell(Briefings.Triggered().Resolved(), UpdateKind.Resolved, default));

        Assert.Contains("resolved after 44 min", Assert.Single(slack.Sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_AnswersTheClick()
    {
        Assert.IsType<DeliveryResult.Delivered>(await channel.Replace(Briefings.Triggered().Acknowledged(), ResponseUrl, default));

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
        slack.Answers.Enqueue(new DeliveryResult.Rejected(code));

        Assert.IsType<DeliveryResult.Delivered>(await channel.Page(Briefings.Triggered(), mayBeRepeat: false, default));

        Assert.Equal(2, slack.Sent.Count);
        Assert.DoesNotContain("\"blocks\"", slack.Sent[1].Body, StringComparison.Ordinal);
        Assert.Contains("<@U012ABCDEF>", slack.Sent[1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatSlackRejects_HasFailed() =>
        Assert.Equal(new DeliveryResult.Rejected("no_service"), await PageAnswered(new DeliveryResult.Rejected("no_service")));

    [Fact]
    public async Task Page_WithoutAnswer_IsUnknown() =>
        Assert.Equal(new DeliveryResult.Unknown("timeout"), await PageAnswered(new DeliveryResult.Unknown("timeout")));

    [Fact]
    public async Task Page_ThatSlackWantsLater_IsPassedOn() => Assert.Equal(
        new DeliveryResult.RetryLater(Duration.FromSeconds(30), "rate_limited"),
        await PageAnswered(new DeliveryResult.RetryLater(Duration.FromSeconds(30), "rate_limited")));

    private async Task<DeliveryResult> PageAnswered(DeliveryResult answer)
    {
        slack.Answers.Enqueue(answer);
        var outcome = await channel.Page(Briefings.Triggered(), mayBeRepeat: false, default);
        Assert.Single(slack.Sent);
        return outcome;
    }

    private sealed class ScriptedSlack : ISlackWebhook
    {
        public Queue<DeliveryResult> Answers { get; } = [];

        public List<(string To, string Body)> Sent { get; } = [];

        public Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Take(channel, json);

        public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Take(responseUrl.AbsoluteUri, json);

        private Task<DeliveryResult> Take(string to, ReadOnlyMemory<byte> json)
        {
            Sent.Add((to, Encoding.UTF8.GetString(json.Span)));
            return Task.FromResult(Answers.TryDequeue(out var answer) ? answer : new DeliveryResult.Delivered());
        }
    }
}
