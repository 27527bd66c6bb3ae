using System.Text.Json;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Shadow;

/// <summary>A service runs beside the old pager: all of it happens, and nobody's phone rings.</summary>
public sealed class ShadowModeTests : IDisposable
{
    private const string Team = """
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+491511234567" }
          ben: { name: Ben, slack: U0BEN00001, phone: "+491511234568" }
          cy: { name: Cy, slack: U0CY000001, phone: "+491511234569" }
        schedules:
          primary: { time_zone: Etc/UTC, rotation: weekly, handoff: MO 09:00, participants: [ana] }
        escalation_policies:
          standard: { repeat: 0, steps: [{ targets: [schedule: primary], timeout: 5m }, { targets: [person: ben], timeout: 5m }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard, severity: sev1, mode: shadow }
          payments: { alarms: ["payments-*"], policy: standard, severity: sev1 }
        catch_all: { targets: [person: cy] }
        slack: { webhooks: { default: incidents/slack, trial: incidents/slack-trial }, shadow: trial }
        channels: { sms: { origination: "+12065550100" }, voice: { origination: "+12065550100" } }
        """;

    private readonly List<string> rung = [];
    private readonly ScenarioHost house;

    public ShadowModeTests() => house = new ScenarioHost(configuration: Team, parts: services => services
        .AddSingleton<INotificationChannel>(s => new SlackWebhookChannel(s.GetRequiredService<ISlackWebhook>(), () => new CardLinks("test", PublicUrl: null), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<INotificationChannel>(new Phone(ChannelKind.Sms, rung))
        .AddSingleton<INotificationChannel>(new Phone(ChannelKind.Voice, rung)));

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task Sev1NobodyAnswers_GoesThroughAllSteps_AndReachesTheTrialChannelAlone()
    {
        await house.Fire("checkout-errors");
        await house.Pass(Duration.FromMinutes(12));

        Assert.Equal(
            [
                "SHADOW, nobody is paged · Sev1 checkout: would page Ana now",
                "SHADOW, nobody is paged · Sev1 checkout: would page Ben now · step 2",
                "SHADOW, nobody is paged · Sev1 checkout: would page Cy now · the catch-all",
            ],
            house.Slack.Posts.Select(LockScreen));
        Assert.All(house.Slack.Posts, post => Assert.Contains("SHADOW, nobody is paged", Header(post), StringComparison.Ordinal));
        Assert.Contains("It would page *Ana* now by Slack, SMS after 1 min, the phone after 3 min.", house.Slack.Posts[0], StringComparison.Ordinal);
        Assert.All(house.Slack.Channels, channel => Assert.Equal("trial", channel));
        NobodyWasReached();
    }

    [Fact]
    public async Task Acknowledging_StopsIt()
    {
        var number = (await house.Fire("checkout-errors")).Incident!.Incident.Number;
        await house.Acknowledge(number);
        await house.Pass(Duration.FromMinutes(12));

        Assert.DoesNotContain(house.Slack.Posts, post => post.Contains("Ben", StringComparison.Ordinal));
        NobodyWasReached();
    }

    [Fact]
    public async Task SlackThatTakesNothing_IsTriedAgain_AndNoOtherChannelIsAsked()
    {
        house.Slack.Answer = () => new DeliveryResult.Rejected("no_service");
        await house.Fire("checkout-errors");
        await house.Pass(Duration.FromMinutes(12));

        Assert.True(house.Slack.Posts.Count >= 3);
        NobodyWasReached();
    }

    [Fact]
    public async Task ServiceBesideIt_StillPagesByAllChannels()
    {
        await house.Fire("payments-errors");
        await house.Pass(Duration.FromMinutes(4));

        Assert.Contains("<@U0ANA00001>", house.Slack.Posts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("SHADOW", house.Slack.Posts[0], StringComparison.Ordinal);
        Assert.Equal("default", house.Slack.Channels[0]);
        Assert.Equal(["sms Ana", "voice Ana", "voice Ana"], rung);
    }

    private void NobodyWasReached()
    {
        Assert.Empty(rung);
        Assert.Empty(house.Fallback.Heard);
        Assert.All(house.Slack.Posts, post => Assert.DoesNotContain("<@", post.Replace("\\u003C", "<", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal));
    }

    /// <summary>What it is and whom it asks, without the alarm's own words.</summary>
    private static string LockScreen(string post)
    {
        var parts = JsonDocument.Parse(post).RootElement.GetProperty("text").GetString()!.Split(" · ");
        return $"{parts[0]} · {parts[1][..parts[1].IndexOf(':', StringComparison.Ordinal)]}: {string.Join(" · ", parts[3..])}";
    }

    private static string Header(string post) => JsonDocument.Parse(post).RootElement.GetProperty("blocks")[0].GetProperty("text").GetProperty("text").GetString()!;

    private sealed class Phone(string kind, List<string> rung) : PersonalChannel
    {
        public override string Kind => kind;

        public override Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
        {
            rung.Add($"{kind} {message.To[0].Name}");
            return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
        }
    }
}
