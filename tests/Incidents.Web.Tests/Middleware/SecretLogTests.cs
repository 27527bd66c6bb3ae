using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Incidents.Application.Configuration;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Web.Tests.Middleware;

/// <summary>A bad night with a canary in every secret: whatever fails, no line of the log may sing.</summary>
public class SecretLogTests
{
    private const string Canary = "CANARY";

    [Theory]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.Found)]
    [InlineData(null)]
    public async Task PagesThatFail_LeaveNoSecretBehind(HttpStatusCode? answer)
    {
        await using var slack = await BadSlack.Start(answer);
        await using var house = await WebAppFixture.Open(parts: slack.ConnectTo);
        var number = await house.Fire("checkout-5xx");
        await house.Pass(Duration.FromMinutes(1));
        await Click(house, slack, "U0ANA00001", "signing-CANARY");
        await Click(house, slack, "U0NOBODY01", "signing-CANARY");
        await Click(house, slack, "U0ANA00001", "forged-CANARY");

        Assert.Equal("ana", (await house.Look(number)).AcknowledgedBy?.Id);
        Assert.True(slack.WasAsked);
        await SaysNothing(house);
    }

    [Fact]
    public async Task DoorsThatStayShut_LeaveNoSecretBehind()
    {
        await using var house = await WebAppFixture.Open();
        using var stranger = house.Bare();
        stranger.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "token-CANARY");
        stranger.DefaultRequestHeaders.Add("Cookie", "session=CANARY");
        await stranger.GetAsync("/api/v1/incidents");
        await stranger.PostJson("/sns", """{"Type":"Notification","Token":"CANARY","Message":"CANARY","TopicArn":"arn:aws:sns:eu-west-1:123456789012:other","Signature":"CANARY"}""");
        using var api = house.Api();
        await api.PostJson("/api/v1/incidents", """{"title":"CANARY""");
        house.Store.IsDown = true;
        await api.GetAsync("/api/v1/incidents");
        await api.PostJson("/api/v1/incidents", """{"title":"xoxb-1-CANARY","service":"checkout"}""");

        await SaysNothing(house);
    }

    [Fact]
    public async Task ConfigurationThatIsBrokenAndHoldsSecrets_LeavesNoneBehind()
    {
        const string yaml = """
            slack: { webhooks: { default: "https://hooks.slack.com/services/T0000000/B0000000/CANARY" }, signing_secret: CANARY }
            people:
              ana: { name: Ana, slack: xoxb-12345-CANARY, zone: AKIACANARY0123456789 }
            """;
        var loaded = ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(yaml))], "config", Instant.FromUtc(2026, 9, 14, 3, 12));
        var invalid = Assert.IsType<ConfigurationResult.Invalid>(loaded);
        Assert.DoesNotContain(Canary, string.Join('\n', invalid.Problems), StringComparison.Ordinal);

        await using var house = await WebAppFixture.Open();
        house.Configuration.Problem = invalid;
        house.Configuration.Failure = new InvalidConfigurationException(invalid);
        using var api = house.Api();
        var answer = await api.PostJson("/api/v1/incidents", """{"title":"down","service":"checkout"}""");

        Assert.DoesNotContain(Canary, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await SaysNothing(house);
    }

    private static async Task SaysNothing(WebAppFixture house)
    {
        await house.DisposeAsync();
        Assert.NotEmpty(house.Log.All);
        Assert.DoesNotContain(house.Log.All, line => line.Contains(Canary, StringComparison.OrdinalIgnoreCase) || line.Contains(WebAppFixture.Token, StringComparison.Ordinal));
    }

    private static async Task Click(WebAppFixture house, BadSlack slack, string user, string secret)
    {
        var value = new CardButton("tests", new IncidentNumber(1), CardAction.Acknowledge).ToValue().Replace("\"", "\\\"", StringComparison.Ordinal);
        var payload = $$"""
            {"type":"block_actions","token":"CANARY","user":{"id":"{{user}}"},"response_url":"{{slack.Address("response-CANARY")}}","actions":[{"action_id":"a","value":"{{value}}"}]}
            """;
        var body = Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(payload));
        var timestamp = house.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/slack/interactions") { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, new SlackSigningSecret(secret).HeaderFor(timestamp, body));
        using var client = house.Bare();
        await client.SendAsync(request);
    }
}
