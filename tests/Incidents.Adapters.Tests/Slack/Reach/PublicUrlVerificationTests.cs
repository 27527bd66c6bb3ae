using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Reach;
using Incidents.Adapters.Tests.Store;
using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Adapters.Tests.Slack.Reach;

public sealed class PublicUrlVerificationTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 9, 14, 11, 20);
    private static readonly Uri Url = new("https://api.example.com/");

    private readonly Parameters.Parameters parameters = new();
    private readonly List<string> warnings = [];
    private readonly FixedClock clock = new(Now);
    private PublicUrlProof? known;

    [Fact]
    public async Task Settle_WithoutAnAddress_LeadsNowhereAndIsNoFault()
    {
        using var reach = Reach();

        await reach.Settle(TimeSpan.FromSeconds(10), default);

        Assert.Null(reach.Current.PublicUrl);
        Assert.Equal(("prod", "incidents ack INC-1 --stack prod"), (reach.Current.Stack, reach.Current.Commands.Of("ack INC-1")));
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("http://api.example.com")]
    [InlineData("api.example.com")]
    public async Task Settle_AnAddressThatIsNoHttps_IsAWarning(string url)
    {
        parameters.Address(url);
        using var reach = Reach();

        Assert.Null(await reach.PublicAddress(default));
        Assert.Null(reach.Current.PublicUrl);
        Assert.Contains(Parameters.Parameters.Settings, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, 0, true, true)]
    [InlineData(true, 179, true, true)]
    [InlineData(true, 180, false, true)]
    [InlineData(false, 0, false, false)]
    [InlineData(null, 0, false, true)]
    public async Task V24_Card_WhenTheStoreSaysOfTheAddress_HasButtonsIfItWorks_AndAMessageItsLinkUnlessItDoesNot(bool? answered, int minutesAgo, bool hasButtons, bool hasLink)
    {
        parameters.Address(Url.AbsoluteUri);
        known = answered is { } answers ? new PublicUrlProof(Url, answers, Now - Duration.FromMinutes(minutesAgo)) : null;
        using var reach = Reach();

        Assert.Equal(hasLink, await reach.PublicAddress(default) is not null);
        Assert.Equal(hasButtons, reach.Current.PublicUrl is not null);
    }

    [Fact]
    public async Task V24_Card_WhenTheProofIsOfAnotherAddress_HasNoButtons()
    {
        parameters.Address(Url.AbsoluteUri);
        known = new PublicUrlProof(new Uri("https://before.example.com/"), Answers: true, Now);
        using var reach = Reach();
        await reach.Settle(TimeSpan.FromSeconds(10), default);

        Assert.Null(reach.Current.PublicUrl);
    }

    [Fact]
    public async Task Believe_AfterAPress_TakesTheAddressAsItIs()
    {
        parameters.Address(Url.AbsoluteUri);
        using var reach = Reach();

        reach.Believe();
        await reach.Settle(TimeSpan.FromSeconds(10), default);

        Assert.Equal(Url, reach.Current.PublicUrl);
    }

    [Fact]
    public async Task V24_Prove_AnAddressThatMayNotBeCalled_IsNotedOnce_AndAskedAgain()
    {
        parameters.Address("https://10.0.0.1/");
        using var reach = Reach();

        known = await reach.Prove(default);
        Assert.Equal(new PublicUrlProof(new Uri("https://10.0.0.1/"), Answers: false, Now), known);
        Assert.Null(await reach.Prove(default));

        clock.Now += PublicUrlProof.Renewed;
        Assert.Equal(clock.Now, (await reach.Prove(default))!.At);
    }

    [Fact]
    public async Task V24_Prove_WhatWasProvedWithinTheHour_IsNotAskedAgain()
    {
        parameters.Address("https://10.0.0.1/");
        known = new PublicUrlProof(new Uri("https://10.0.0.1/"), Answers: true, Now - Duration.FromMinutes(59));
        using var reach = Reach();

        Assert.Null(await reach.Prove(default));
        clock.Now += Duration.FromMinutes(1);
        Assert.False((await reach.Prove(default))!.Answers);
    }

    [Fact]
    public async Task V24_Prove_WithoutASigningSecret_ProvesNothing_AndLinksStay()
    {
        parameters.Address(Url.AbsoluteUri);
        parameters.Stored.Remove(Parameters.Parameters.SigningSecret);
        using var reach = Reach();

        Assert.Null(await reach.Prove(default));
        Assert.Equal(Url, await reach.PublicAddress(default));
        Assert.Contains(Parameters.Parameters.SigningSecret, Assert.Single(warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settle_WhileParameterStoreIsSilent_WaitsNoLongerThanItMay()
    {
        var silent = new TaskCompletionSource<IReadOnlyDictionary<string, string>>();
        var secrets = new Incidents.Adapters.Aws.CachedSecrets((_, _) => silent.Task, parameters.Names.Names, clock);
        using var reach = new PublicUrlVerification("prod", secrets, parameters.Names, () => known, clock, warnings.Add);

        await reach.Settle(TimeSpan.FromMilliseconds(50), default).WaitAsync(TimeSpan.FromSeconds(10));

        Assert.Null(reach.Current.PublicUrl);
    }

    private PublicUrlVerification Reach() => new("prod", parameters.Open(clock), parameters.Names, () => known, clock, warnings.Add);
}
