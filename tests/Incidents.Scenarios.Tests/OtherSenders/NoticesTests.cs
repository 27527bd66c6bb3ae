using System.Text.Json;
using Incidents.Application;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.OtherSenders;

/// <summary>What `notices` says of messages that can wait: where they are told, and that a digest of them says what it is.</summary>
public sealed class NoticesTests : IDisposable
{
    private static readonly string Quiet = ScenarioHost.Configuration + """

        slack: { webhooks: { default: incidents/slack, quiet: incidents/slack-quiet } }
        notices: { channel: quiet, digest: 30m }
        """;

    private readonly ScenarioHost house = new(configuration: Quiet, parts: services => services
        .AddSingleton<INotificationChannel>(s => new SlackWebhookChannel(s.GetRequiredService<ISlackWebhook>(), () => new CardLinks("test", PublicUrl: null), s.GetRequiredService<TimeProvider>())));

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task V11_NoticesChannel_HearsOfWhatCanWait_AndOfNothingElse()
    {
        await house.Send(SenderBody.Rds("checkout-1"));
        await house.Send(SenderBody.GuardDuty("f1", "2"));
        await house.Send(SenderBody.GuardDuty("f2", "8"));
        await house.Pass(Duration.FromMinutes(2));
        await house.Fire("checkout-errors");

        Assert.Equal(["quiet", "quiet", "default", "default"], house.Slack.Channels);
    }

    [Fact]
    public async Task V11_NoticesChannel_HearsHowItGoesOn_AlsoWhenItBecomesUrgent()
    {
        var number = (await house.Send(SenderBody.GuardDuty("f1", "2"))).Incident!.Incident.Number;
        await house.Acknowledge(number);
        await house.Pass(Duration.FromSeconds(30));
        Assert.All(house.Slack.Channels, channel => Assert.Equal("quiet", channel));

        await house.Send(SenderBody.GuardDuty("f1", "9"));
        await house.Pass(Duration.FromSeconds(30));
        Assert.Equal("default", house.Slack.Channels[^1]);
    }

    [Fact]
    public async Task V11_Digest_SaysThatItIsOne_AndWhatOf()
    {
        for (var i = 1; i <= 4; i++)
        {
            await house.Send(SenderBody.Rds($"checkout-{i}"));
            await house.Pass(Duration.FromMinutes(1));
        }

        await house.Pass(Duration.FromMinutes(30));

        Assert.Equal(["quiet", "quiet"], house.Slack.Channels);
        var digest = JsonDocument.Parse(house.Slack.Posts[1]).RootElement;
        Assert.StartsWith("3 notices of low urgency (RDS events), worst: INC-2 Sev4 checkout: RDS checkout-2", digest.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal("🔵 3 notices of low urgency (RDS events), worst: Sev4", digest.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString());
        Assert.Equal("<@U0ANA00001>: this can wait. Acknowledge what you have seen.", digest.GetProperty("blocks")[1].GetProperty("text").GetProperty("text").GetString());
    }

    [Fact]
    public async Task V11_DigestLength_IsThatOfTheConfiguration()
    {
        await house.Send(SenderBody.Rds("checkout-1"));
        await house.Send(SenderBody.Rds("checkout-2"));
        await house.Pass(Duration.FromMinutes(29));
        Assert.Single(house.Slack.Posts);

        await house.Pass(Duration.FromMinutes(2));
        Assert.Equal(2, house.Slack.Posts.Count);
    }
}
