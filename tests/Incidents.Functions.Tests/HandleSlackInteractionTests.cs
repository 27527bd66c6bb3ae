using Amazon.Lambda.APIGatewayEvents;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Functions.Tests;

public sealed class HandleSlackInteractionTests : IDisposable
{
    private const string Click = "slack/block-actions-function-url-base64.json";
    private readonly ScenarioHost house = new();

    public HandleSlackInteractionTests() => house.Clock.Jump(Instant.FromUtc(2026, 9, 14, 11, 20) - house.Clock.Now());

    public void Dispose() => house.Dispose();

    [Fact]
    public async Task S28_HandleSlackInteraction_OfASignedBase64Body_IsAccepted() =>
        Assert.StartsWith("""{"statusCode":200""", Lambda.Write(await Post(Lambda.Event<APIGatewayHttpApiV2ProxyRequest>(Click))));

    [Fact]
    public async Task HandleSlackInteraction_OfAnAlteredBody_IsRefused()
    {
        var request = Lambda.Event<APIGatewayHttpApiV2ProxyRequest>(Click);
        request.Body = "YWJj" + request.Body;

        Assert.Equal(401, (await Post(request)).StatusCode);
    }

    private Task<APIGatewayHttpApiV2ProxyResponse> Post(APIGatewayHttpApiV2ProxyRequest request) =>
        new HandleSlackInteractionFunction(new AnswerInteraction(
            new SlackRequestVerifier(new SlackSignature(new SlackSigningSecret("8f742231b10e8888abcd99yyyzzz85a5"))),
            new SlackInteractions(SlackHosts.SlackOnly),
            new SlackInstallation("incidents", WebhookTeam: null),
            house.Get<IOnCallConfigurationProvider>(),
            house.Get<CardActionDispatcher>(),
            house.Get<NotificationContentBuilder>(),
            house.Get<NotificationChannels>(),
            new SilentWebhook(),
            house.Clock)).HandleSlackInteraction(request);

    private sealed class SilentWebhook : ISlackWebhook
    {
        public Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Accept();

        public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Accept();

        private static Task<DeliveryResult> Accept() => Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
    }
}
