using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack.Parameters;

public sealed class RenewedWebhookTests
{
    private readonly Parameters parameters = new();
    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));

    [Fact]
    public async Task F42_Post_WhenTheWebhookWasReplaced_IsTriedAgainWithTheNewOne()
    {
        var webhook = new Answers(new DeliveryResult.Rejected("no_service"), new DeliveryResult.Delivered());
        var renewed = new RenewedWebhook(webhook, await Secrets());
        parameters.Stored[Parameters.Webhook] = "https://hooks.slack.com/services/T9TK3CUKW/B3/cccc";

        Assert.IsType<DeliveryResult.Delivered>(await renewed.Post("payments", default, default));
    }

    [Theory]
    [InlineData("no_service", false)]
    [InlineData("invalid_blocks", true)]
    public async Task Post_WhenThereIsNothingNewOrItWouldNotHelp_IsNotTriedAgain(string code, bool replaced)
    {
        var webhook = new Answers(new DeliveryResult.Rejected(code));
        var renewed = new RenewedWebhook(webhook, await Secrets());
        if (replaced)
        {
            parameters.Stored[Parameters.Webhook] = "https://hooks.slack.com/services/T9TK3CUKW/B3/cccc";
        }

        Assert.Equal(new DeliveryResult.Rejected(code), await renewed.Post("payments", default, default));
    }

    private async Task<Incidents.Adapters.Aws.CachedSecrets> Secrets()
    {
        var secrets = parameters.Open(clock);
        await secrets.Get(Parameters.Webhook, default);
        clock.Now += Duration.FromMinutes(1);
        return secrets;
    }

    private sealed class Answers(params DeliveryResult[] answers) : ISlackWebhook
    {
        private readonly Queue<DeliveryResult> rest = new(answers);

        public Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => Task.FromResult(rest.Dequeue());

        public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) => throw new NotSupportedException();
    }
}
