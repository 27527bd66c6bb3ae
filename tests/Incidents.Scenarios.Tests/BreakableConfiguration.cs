using System.Text;
using Incidents.Application.Configuration;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;

namespace Incidents.Scenarios.Tests;

/// <summary>A configuration that can be read until it cannot, and then again.</summary>
internal sealed class BreakableConfiguration(string yaml = ScenarioHost.Configuration) : IOnCallConfigurationProvider
{
    private readonly ConfigurationResult good = Load(Encoding.UTF8.GetBytes(yaml));
    private readonly ConfigurationResult bad = Load("people: 7"u8.ToArray());

    public bool IsBroken { get; set; }

    public ConfigurationResult.Invalid? Problem => IsBroken ? (ConfigurationResult.Invalid)bad : null;

    public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) =>
        IsBroken ? throw new InvalidConfigurationException((ConfigurationResult.Invalid)bad) : ValueTask.FromResult(((ConfigurationResult.Valid)good).Configuration);

    private static ConfigurationResult Load(byte[] text) => ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", text)], "config", NodaTime.Instant.FromUtc(2026, 9, 14, 3, 12));
}
