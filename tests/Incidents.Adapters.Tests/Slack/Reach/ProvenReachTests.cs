using Incidents.Adapters.Slack;
using Incidents.Adapters.Tests.Store;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack.Reach;

public sealed class ProvenReachTests
{
    private readonly Parameters.Parameters parameters = new();
    private readonly List<string> warnings = [];

    [Fact]
    public async Task Settle_WithoutAnAddress_LeadsNowhereAndIsNoFault()
    {
        using var reach = Reach();

        await reach.Settle(TimeSpan.FromSeconds(10), default);

        Assert.Null(reach.Current.PublicUrl);
        Assert.Equal("prod", reach.Current.Stack);
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("api.example.com")]
    public async Task Settle_AnAddressThatIsNoHttps_IsAWarning(string url)
    {
        parameters.Stored[Parameters.Parameters.PublicUrl] = url;
        using var reach = Reach();

        await reach.Settle(TimeSpan.FromSeconds(10), default);

        Assert.Null(reach.Current.PublicUrl);
        Assert.Contains(Parameters.Parameters.PublicUrl, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settle_AnAddressNobodyMayCall_LeadsNowhere()
    {
        parameters.Stored[Parameters.Parameters.PublicUrl] = "https://10.0.0.1/";
        using var reach = Reach();

        await reach.Settle(TimeSpan.FromSeconds(10), default);

        Assert.Null(reach.Current.PublicUrl);
    }

    [Fact]
    public async Task Believe_AfterAPress_TakesTheAddressAsItIs()
    {
        parameters.Stored[Parameters.Parameters.PublicUrl] = "https://api.example.com/";
        using var reach = Reach();

        await reach.Believe();

        Assert.Equal(new Uri("https://api.example.com/"), reach.Current.PublicUrl);
    }

    [Fact]
    public async Task PublicAddress_IsTheOneGiven_WhereNoSecretIsThereToProveIt()
    {
        parameters.Stored[Parameters.Parameters.PublicUrl] = "https://api.example.com/";
        parameters.Stored.Remove(Parameters.Parameters.SigningSecret);
        using var reach = Reach();

        Assert.Equal(new Uri("https://api.example.com/"), await reach.PublicAddress(default));
        Assert.Null(reach.Current.PublicUrl);
    }

    [Fact]
    public async Task PublicAddress_ThatAnswersNobody_IsNone()
    {
        parameters.Stored[Parameters.Parameters.PublicUrl] = "https://10.0.0.1/";
        using var reach = Reach();

        Assert.Null(await reach.PublicAddress(default));
    }

    [Fact]
    public async Task Settle_OnceBelieved_AsksNobody()
    {
        parameters.Stored[Parameters.Parameters.PublicUrl] = "https://10.0.0.1/";
        using var reach = Reach();
        await reach.Believe();

        await reach.Settle(TimeSpan.FromSeconds(10), default);

        Assert.Equal(new Uri("https://10.0.0.1/"), reach.Current.PublicUrl);
    }

    [Fact]
    public async Task Settle_WhileParameterStoreIsSilent_WaitsNoLongerThanItMay()
    {
        var clock = new FixedClock(Instant.FromUtc(2026, 9, 14, 11, 20));
        var silent = new TaskCompletionSource<IReadOnlyDictionary<string, string>>();
        var secrets = new Incidents.Adapters.Aws.CachedSecrets((_, _) => silent.Task, parameters.Names.Names, clock);
        using var reach = new ProvenReach("prod", secrets, parameters.Names, clock, warnings.Add);

        await reach.Settle(TimeSpan.FromMilliseconds(50), default).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Null(reach.Current.PublicUrl);
    }

    private ProvenReach Reach()
    {
        var clock = new FixedClock(Instant.FromUtc(2026, 9, 14, 11, 20));
        return new ProvenReach("prod", parameters.Open(clock), parameters.Names, clock, warnings.Add);
    }
}
