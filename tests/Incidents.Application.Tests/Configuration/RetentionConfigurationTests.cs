using Incidents.Application.Configuration;
using Incidents.Configuration.Authoring.Comparing;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;
using static Incidents.Application.Tests.Configuration.Written;

namespace Incidents.Application.Tests.Configuration;

public sealed class RetentionConfigurationTests
{
    [Fact]
    public async Task LeftOut_KeepsEverything()
    {
        Assert.Null(Good(Base).IncidentRetention);
        Assert.Null(await RetentionInForce.Of(configuration: null)(CancellationToken.None));
    }

    [Fact]
    public async Task Written_IsWhatStoresAreTold()
    {
        var settings = Good(Base, "retention: { incidents: 400d }\n");

        Assert.Equal(Duration.FromDays(400), await RetentionInForce.Of(new Source(settings))(CancellationToken.None));
    }

    [Fact]
    public async Task WithoutAGoodConfiguration_NothingIsRemoved() =>
        Assert.Null(await RetentionInForce.Of(new Source(null))(CancellationToken.None));

    [Theory]
    [InlineData("{ incidents: 29d }", "`incidents` cannot be \"29d\". Write 30d to 3650d.")]
    [InlineData("{ incidents: 4000d }", "`incidents` cannot be \"4000d\". Write 30d to 3650d.")]
    [InlineData("{ incidents: 400 }", "`incidents` cannot be \"400\".")]
    [InlineData("{}", "Write retention: { incidents: 400d }, or remove it to keep everything.")]
    [InlineData("400d", "Write retention: { incidents: 400d }, or remove it to keep everything.")]
    public void WhatCannotBeMeant_IsRefused(string written, string problem) =>
        Assert.Contains(problem, Assert.Single(Problems(Base, $"retention: {written}\n")));

    [Fact]
    public void Changed_IsToldByTheComparison()
    {
        var comparison = ConfigurationComparison.Between(Good(Base), Good(Base, "retention: { incidents: 400d }\n"), Now, Now + Duration.FromDays(1));

        Assert.Contains("  ~ retention incidents: removed after never → 400d", ComparisonText.Lines(comparison));
    }

    private sealed class Source(OnCallConfiguration? settings) : IOnCallConfigurationProvider
    {
        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) =>
            settings is null ? throw new InvalidConfigurationException((ConfigurationResult.Invalid)Load("people: {}\n")) : ValueTask.FromResult(settings);
    }
}
