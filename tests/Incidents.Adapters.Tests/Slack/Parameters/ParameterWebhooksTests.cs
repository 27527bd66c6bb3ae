using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack.Parameters;

public sealed class ParameterWebhooksTests
{
    private readonly Parameters parameters = new();
    private readonly FixedClock clock = new(Instant.FromUtc(2026, 9, 14, 11, 20));
    private readonly List<string> warnings = [];

    [Theory]
    [InlineData("")]
    [InlineData("slack: { webhooks: { search: slack-webhook } }")]
    [InlineData("slack: { webhooks: { payments: /incidents/prod/slack-webhook } }")]
    public async Task Find_AChannelWithoutItsOwnWebhook_UsesTheOneOfTheStack(string slack)
    {
        Assert.EndsWith("/B1/aaaa", await Address("payments", slack), StringComparison.Ordinal);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("slack: { webhooks: { payments: slack-webhook-payments } }")]
    [InlineData("slack: { webhooks: { payments: /incidents/prod/slack-webhook-payments } }")]
    public async Task Find_AChannelWithItsOwn_UsesThat(string slack) =>
        Assert.EndsWith("/B2/bbbb", await Address("payments", slack), StringComparison.Ordinal);

    [Fact]
    public async Task Find_AWebhookTheStackWasNotGiven_WarnsAndUsesTheOneOfTheStack()
    {
        Assert.EndsWith("/B1/aaaa", await Address("payments", "slack: { webhooks: { payments: slack-webhook-billing } }"), StringComparison.Ordinal);
        Assert.Contains("slack-webhook-billing", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_AUrlThatIsNoWebhook_IsRejectedWithAReasonThatDoesNotRepeatIt()
    {
        parameters.Stored[Parameters.Webhook] = "https://hooks.slack.com/triggers/T1/canary";

        Assert.Equal(new DeliveryResult.Rejected("webhook_url_refused"), (await Webhooks("").Find("payments", default)).Unsent);
        Assert.Contains("Workflow Builder", Assert.Single(warnings), StringComparison.Ordinal);
        Assert.DoesNotContain("canary", warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_WhenParameterStoreIsSilent_MayBeTriedAgain()
    {
        parameters.Failure = new AwsCallException("no_answer", mayPass: true);

        Assert.Equal(new DeliveryResult.RetryLater(null, "webhook_not_read"), (await Webhooks("").Find("payments", default)).Unsent);
        Assert.Contains(Parameters.Webhook, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Team_IsKnownOnceTheUrlIsRead()
    {
        var webhooks = Webhooks("");
        await webhooks.Find("payments", default);

        Assert.Equal("T9TK3CUKW", webhooks.Team);
    }

    private ParameterWebhooks Webhooks(string slack) => new(
        parameters.Open(clock), parameters.OpenFurther(clock), parameters.Names, Parameters.Configuration(slack), warnings.Add);

    private async Task<string> Address(string channel, string slack) => (await Webhooks(slack).Find(channel, default)).Webhook!.Address.AbsoluteUri;
}
