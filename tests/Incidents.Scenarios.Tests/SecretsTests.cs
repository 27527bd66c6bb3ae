using System.Text.Json.Nodes;
using Incidents.Application.Actions;
using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Notifications;
using Incidents.Application.Reading;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Scenarios.Tests.Slack;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests;

/// <summary>Secrets in everything that comes in, each with a canary in it: none may be found in anything that is kept or sent.</summary>
public class SecretsTests
{
    private const string Canary = "CANARY";
    private const string SlackToken = "xoxb-2890-CANARY1";
    private const string KeyId = "AKIACANARY0123456789";
    private const string Jwt = "eyJhbGciOiJIUzI1NiJ9.CANARY2.CANARY3";
    private const string Pem = @"-----BEGIN PRIVATE KEY-----\nCANARY4\n-----END PRIVATE KEY-----";
    private const string SignedUrl = "https://x.s3.amazonaws.com/k?X-Amz-Signature=CANARY5";
    private const string Webhook = "https://hooks.slack.com/services/T0/B0/CANARY6";

    [Theory]
    [InlineData(SlackToken)]
    [InlineData(@"xoxb\u002d2890\u002dCANARY1")]
    [InlineData(Webhook)]
    [InlineData(@"https:\/\/hooks.slack.com\/services\/T0\/B0\/CANARY6")]
    [InlineData(KeyId)]
    [InlineData(Pem)]
    [InlineData("Authorization: Bearer " + Jwt)]
    [InlineData(SignedUrl)]
    public async Task A78_A79_A80_SecretInAnAlarm_IsNeitherKeptNorShown(string secret)
    {
        var webhook = new ListeningWebhook();
        using var house = Open(webhook);
        var body = AlarmBody.Metric("checkout-5xx", "ALARM", house.Clock.Now(), description: $"before {secret}")
            .Replace("Threshold Crossed", $"{secret} Threshold Crossed", StringComparison.Ordinal)
            .Replace("\"Dimensions\":[]", $$"""{{"\"Dimensions\""}}:[{"name":"Url","value":"{{secret}}"}]""", StringComparison.Ordinal);
        var outcome = await house.Send(body);

        Assert.Equal(AlarmDecision.Triggered, outcome.Decision);
        Assert.DoesNotContain(Canary, await Kept(house, outcome.Incident!.Incident.Number), StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, Assert.Single(webhook.Posts), StringComparison.Ordinal);
        Assert.Contains("[redacted]", webhook.Posts[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("deployment of checkout failed with " + SlackToken)]
    [InlineData("{ \"AlarmName\": \"cut, " + KeyId)]
    [InlineData("{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"title\":\"" + SlackToken + "\",\"description\":\"" + Pem + "\"}}")]
    [InlineData("{\"some\":\"json\",\"" + SlackToken + "\":[\"" + SignedUrl + "\"]}")]
    public async Task SecretInAMessageThatIsNoAlarm_IsNeitherKeptNorShown(string text)
    {
        var webhook = new ListeningWebhook();
        using var house = Open(webhook);
        var message = new AlarmMessage(text, $"ALERT {Jwt}", $"id-{SlackToken}", "arn:aws:sns:eu-west-1:123456789012:alarms", house.Clock.Now());
        var outcome = await house.Get<ReceiveAlarm>().Handle(message, CancellationToken.None);
        await house.Pass(Duration.FromMinutes(1));

        Assert.DoesNotContain(Canary, await Kept(house, outcome.Incident!.Incident.Number) + string.Concat(webhook.Posts), StringComparison.Ordinal);
        Assert.NotEmpty(webhook.Posts);
    }

    [Fact]
    public async Task SecretThatAPersonTypes_IsNeitherKeptNorShown()
    {
        var webhook = new ListeningWebhook();
        using var house = Open(webhook);
        var ana = new Actor("ana", "Ana", Via.Console);
        var declared = Assert.IsType<DeclareResult.Opened>(await house.Get<DeclareIncident>().Handle($"Login fails with {SlackToken}", new ServiceId("checkout"), null, ana, CancellationToken.None));
        var number = declared.Incident.Incident.Number;
        await house.Get<AddNote>().Handle(number, ana, $"tried {KeyId} and {SignedUrl}", CancellationToken.None);
        await house.Get<ResolveIncident>().Handle(number, ana, ResolveReason.Fixed, confirmed: true, $"rotated {Webhook}", CancellationToken.None);
        await house.Pass(Duration.FromMinutes(1));

        Assert.DoesNotContain(Canary, await Kept(house, number) + string.Concat(webhook.Posts), StringComparison.Ordinal);
        Assert.Equal("Login fails with [redacted]", (await house.Look(number)).Title);
    }

    [Fact]
    public async Task SecretInASlackPayload_IsNeitherKeptNorShown()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");
        var press = SlackDesk.Press("U0MEMBER01", SlackDesk.Acknowledge());
        press["token"] = Canary;
        press["trigger_id"] = $"1.{Canary}";
        press["response_url"] = $"https://hooks.slack.com/actions/T0/1/{Canary}";
        press["message"] = new JsonObject { ["text"] = SlackToken };
        press["user"]!["username"] = Canary;
        press["user"]!["name"] = Canary;
        await desk.Click(press);
        await desk.Click(press);

        Assert.Equal("slack:U0MEMBER01", (await desk.Look()).AcknowledgedBy?.Id);
        Assert.DoesNotContain(Canary, await Kept(desk.House, new IncidentNumber(1)) + string.Concat(desk.Webhook.Responses), StringComparison.Ordinal);
    }

    [Fact]
    public async Task UserIdThatIsNone_IsNotKept()
    {
        using var desk = new SlackDesk();
        await desk.House.Fire("checkout-5xx");

        Assert.Equal(400, await desk.Click(SlackToken, SlackDesk.Acknowledge()));
        Assert.Null((await desk.Look()).AcknowledgedBy);
    }

    private static ScenarioHost Open(ListeningWebhook webhook) => new(parts: services => services.AddSingleton<INotificationChannel>(
        s => new SlackWebhookChannel(webhook, () => new CardLinks("test", new Uri("https://incidents.example.com")), s.GetRequiredService<TimeProvider>())));

    /// <summary>Everything the store gives back about an incident.</summary>
    private static async Task<string> Kept(ScenarioHost house, IncidentNumber number)
    {
        var story = await house.Story(number);
        return string.Join('\n', EveryText.In(story));
    }
}
