using Incidents.Adapters.Channels;

namespace Incidents.Adapters.Tests.Channels;

public sealed class WatchdogTests : IAsyncLifetime
{
    private readonly List<string> warnings = [];
    private FarSide side = null!;

    public async Task InitializeAsync() => side = await FarSide.Start();

    public async Task DisposeAsync() => await side.DisposeAsync();

    [Fact]
    public async Task V13_Beat_IsPostedToTheAddressInTheSecret()
    {
        Assert.Null(await Beat($"{side.Origin}ping/{Pages.Canary}"));

        Assert.Equal($"/ping/{Pages.Canary}", Assert.Single(side.Requests).Path);
        Assert.False(side.Requests.Single().Headers.ContainsKey("Authorization"));
    }

    [Fact]
    public async Task V13_Beat_WithAToken_IsWhatTheApiOfAnotherInstallationTakes()
    {
        Assert.Null(await Beat($$"""{"url":"{{side.Origin}}api/v1/heartbeats/first-stack","token":"{{Pages.Canary}}"}"""));

        Assert.Equal($"Bearer {Pages.Canary}", Assert.Single(side.Requests).Headers["Authorization"]);
    }

    [Theory]
    [InlineData(null, "secret_missing")]
    [InlineData("http://example.com/canary5f1d", "watchdog_url_refused")]
    [InlineData("http://127.0.0.1:9/canary5f1d", "cannot be reached")]
    public async Task V13_Beat_ThatCannotBe_SaysWhy_AndRepeatsNothingOfTheAddress(string? secret, string why)
    {
        var failure = await Beat(secret);

        Assert.Contains(why, failure, StringComparison.Ordinal);
        Assert.DoesNotContain(warnings.Append(failure!), line => line.Contains(Pages.Canary, StringComparison.Ordinal));
    }

    private async Task<string?> Beat(string? secret)
    {
        using var watchdog = new Watchdog(new ChannelSecrets((_, _) => ValueTask.FromResult(secret), warnings.Add), ChannelLimits.Usual(loopback: true));
        return await watchdog.Beat("watchdog-url", CancellationToken.None);
    }
}
