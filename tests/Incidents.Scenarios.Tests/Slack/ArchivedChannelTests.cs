using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Slack;

/// <summary>Somebody archived the channel the pages go to.</summary>
public sealed class ArchivedChannelTests : IDisposable
{
    private const string Team = """
        people:
          ana: { name: Ana, slack: U0ANA00001, phone: "+491511234567" }
        escalation_policies:
          standard: { steps: [{ targets: [person: ana], timeout: 1d }] }
        services:
          checkout: { alarms: ["checkout-*"], policy: standard, severity: sev1 }
          payments: { alarms: ["payments-*"], policy: standard, severity: sev1 }
        catch_all: { targets: [person: ana] }
        channels: { sms: { origination: "+12065550100" } }
        """;

    private readonly List<string> texts = [];
    private readonly ScenarioHost house;

    public ArchivedChannelTests() => house = new ScenarioHost(configuration: Team, parts: services => services
        .AddSingleton<INotificationChannel>(s => new SlackWebhookChannel(s.GetRequiredService<ISlackWebhook>(), () => new CardLinks("test", PublicUrl: null), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<INotificationChannel>(new Texts(texts)));

    public void Dispose() => house.Dispose();

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task C18_F43_ArchivedChannel_IsNamedWithTheFix_AndTheNextChannelHasThePageAtOnce(int status)
    {
        house.Slack.Answer = () => SlackResponses.Classify(status, retryAfter: null, "channel_is_archived");
        var number = (await house.Fire("checkout-5xx")).Incident!.Incident.Number;

        Assert.Equal(["Ana"], texts);
        Assert.Contains(
            "Could not page Ana on Slack: channel_is_archived (the channel is archived: unarchive it in Slack, or put another channel's webhook in its place)",
            await Told(number));
    }

    [Fact]
    public async Task C18_F43_ArchivedChannel_LosesNothing_AndIsUsedAgainOnceItIsThere()
    {
        house.Slack.Answer = () => SlackResponses.Classify(410, retryAfter: null, "channel_is_archived");
        var number = (await house.Fire("checkout-5xx")).Incident!.Incident.Number;
        await house.Pass(Duration.FromMinutes(2));
        var refused = house.Slack.Posts.Count;

        var story = (await house.Story(number)).Timeline.Select(entry => entry.Event).ToList();
        Assert.Equal((1, "sms"), (story.OfType<PageFailed>().Count(), story.OfType<PageSent>().Single().Channel));
        Assert.Contains(number, (await house.Store.OpenIncidents(CancellationToken.None)).Select(incident => incident.Number));

        house.Slack.Answer = () => new DeliveryResult.Delivered();
        var next = (await house.Fire("payments-5xx")).Incident!.Incident.Number;
        Assert.Equal(refused + 1, house.Slack.Posts.Count);
        Assert.Equal("slack", (await house.Story(next)).Timeline.Select(entry => entry.Event).OfType<PageSent>().Single().Channel);
    }

    private async Task<IReadOnlyList<string>> Told(IncidentNumber number) =>
        [.. (await house.Story(number)).Timeline.Select(entry => entry.Event.Describe(by => by.Name, _ => "Ana"))];

    private sealed class Texts(List<string> sent) : PersonalChannel
    {
        public override string Kind => ChannelKind.Sms;

        public override Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
        {
            sent.Add(message.To[0].Name);
            return Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
        }
    }
}
