using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Incidents.Adapters.Channels;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Notifications;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Tests.Channels;

public sealed class WebhookChannelTests : PageChannelContract
{
    private const string Key = $"key-{Pages.Canary}";

    private readonly List<string> warnings = [];

    private protected override string Taken => "";

    private protected override bool ReadsTheAnswer => false;

    private protected override INotificationChannel Open(Uri origin, TimeSpan? limit) => Open($$"""{"url":"{{new Uri(origin, $"/hooks/{Pages.Canary}")}}","key":"{{Key}}"}""", loopback: true, limit);

    private protected override void IsRightlyMade(FarSide.Received request)
    {
        var timestamp = request.Headers["X-Incidents-Timestamp"];
        var expected = "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Key), Encoding.UTF8.GetBytes($"v0:{timestamp}:{request.Body}")));

        Assert.Equal(($"/hooks/{Pages.Canary}", "application/json"), (request.Path, request.Headers["Content-Type"]));
        Assert.Equal(Pages.Now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), timestamp);
        Assert.Equal((expected, "INC-142.7"), (request.Headers["X-Incidents-Signature"], request.Headers["Idempotency-Key"]));
    }

    [Theory]
    [InlineData("not json canary5f1d")]
    [InlineData("""{"url":"http://example.com/canary5f1d","key":"k"}""")]
    [InlineData("""{"url":"ftp://127.0.0.1/canary5f1d","key":"k"}""")]
    [InlineData("""{"url":"https://user:canary5f1d@example.com/","key":"k"}""")]
    [InlineData("""{"url":"https://example.com/canary5f1d"}""")]
    public async Task Send_WithASecretThatIsNone_HasFailed_AndRepeatsNothingOfIt(string secret)
    {
        Assert.Equal(new DeliveryResult.Rejected("webhook_secret_refused"), await Track(Open(secret, loopback: true)).Send(Message, default));

        Assert.DoesNotContain(warnings, warning => warning.Contains(Pages.Canary, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_ToThisMachine_WhereItIsNotAllowed_IsNotSent()
    {
        Assert.IsType<DeliveryResult.Rejected>(await Track(Open($$"""{"url":"{{Side.Origin}}","key":"k"}""", loopback: false)).Send(Message, default));
        Assert.IsType<DeliveryResult.RetryLater>(await Track(Open($$"""{"url":"https://127.0.0.1:{{Side.Origin.Port}}/","key":"k"}""", loopback: false)).Send(Message, default));
        Assert.IsType<DeliveryResult.RetryLater>(await Track(Open("""{"url":"https://169.254.169.254/latest/meta-data/","key":"k"}""", loopback: true)).Send(Message, default));
        Assert.Empty(Side.Requests);
    }

    [Fact]
    public async Task Send_WithoutSuchASecret_HasFailed_AndNamesIt()
    {
        var channel = Track(new WebhookChannel(new ChannelSecrets((_, _) => ValueTask.FromResult<string?>(null), warnings.Add), new FixedClock(Pages.Now), ChannelLimits.Usual(loopback: true)));

        Assert.Equal(new DeliveryResult.Rejected("secret_missing"), await channel.Send(Message, default));
        Assert.Contains("the secret ana-hook", Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WhileTheSecretCannotBeRead_IsTriedAgain()
    {
        var channel = Track(new WebhookChannel(new ChannelSecrets(async (_, cancellation) =>
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return null;
        }, warnings.Add), new FixedClock(Pages.Now), ChannelLimits.Usual(loopback: true)));

        Assert.Equal("secret_not_read", Assert.IsType<DeliveryResult.RetryLater>(await channel.Send(Message, default)).Answer);
    }

    private WebhookChannel Open(string secret, bool loopback, TimeSpan? limit = null) => new(
        new ChannelSecrets((_, _) => ValueTask.FromResult<string?>(secret), warnings.Add), new FixedClock(Pages.Now), ChannelLimits.Usual(loopback) with { Post = limit ?? TimeSpan.FromSeconds(3.5) });
}
