using System.Text;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Tests.Slack.Cards;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace Incidents.Application.Tests.Slack;

public sealed class SlackWebhookChannelTests
{
    private static readonly Uri ResponseUrl = new("https://hooks.slack.com/actions/T1/1/x");

    private readonly ScriptedSlack slack = new();
    private readonly SlackWebhookChannel channel;

    public SlackWebhookChannelTests() =>
        channel = new SlackWebhookChannel(slack, () => new CardLinks("prod", new Uri("https://incidents.example.com")), new FakeTimeProvider(Briefings.TriggeredAt.ToDateTimeOffset()));

    [Fact]
    public async Task Page_PostsTheCardToTheServicesChannel()
    {
        Assert.IsType<DeliveryResult.Delivered>(await channel.Send(Page(Briefings.Triggered()), replaces: null, default));

        var (to, body) = Assert.Single(slack.Sent);
        Assert.Equal("payments", to);
        Assert.Contains("<@U012ABCDEF>", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tell_PostsOneShortMessage()
    {
        Assert.IsType<DeliveryResult.Delivered>(await channel.Send(new Notification.Update([new IncidentUpdate(Briefings.Triggered().Resolved(), UpdateKind.Resolved)]), replaces: null, default));

        Assert.Contains("resolved after 44 min", Assert.Single(slack.Sent).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replace_AnswersTheClick()
    {
        Assert.IsType<DeliveryResult.Delivered>(await channel.Send(new Notification.State(Briefings.Triggered().Acknowledged()), SlackWebhookChannel.Clicked(ResponseUrl), default));

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

        Assert.IsType<DeliveryResult.Delivered>(await channel.Send(Page(Briefings.Triggered()), replaces: null, default));

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

    [Fact]
    public async Task Send_InPlaceOfAMessageOfAnotherChannel_IsRejectedUnsent()
    {
        Assert.IsType<DeliveryResult.Rejected>(await channel.Send(new Notification.State(Briefings.Triggered()), new MessageRef("teams", ResponseUrl.AbsoluteUri), default));
        Assert.IsType<DeliveryResult.Rejected>(await channel.Send(new Notification.State(Briefings.Triggered()), new MessageRef(ChannelKind.Slack, "1726.0001"), default));

        Assert.Empty(slack.Sent);
    }

    [Fact]
    public void Clicked_InALog_ShowsNoAddress() =>
        Assert.DoesNotContain("hooks", $"{SlackWebhookChannel.Clicked(ResponseUrl)} {new DeliveryResult.Delivered(SlackWebhookChannel.Clicked(ResponseUrl))}", StringComparison.Ordinal);

    private static Notification.Page Page(NotificationContent briefing) => new() { Briefing = briefing, To = [], Key = "INC-142.7" };

    private async Task<DeliveryResult> PageAnswered(DeliveryResult answer)
    {
        slack.Answers.Enqueue(answer);
        var outcome = await channel.Send(Page(Briefings.Triggered()), replaces: null, default);
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
