using Amazon.Lambda.SNSEvents;
using Incidents.Application.Configuration;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Paging;
using Incidents.Configuration.Loading;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions.Tests;

/// <summary>A package with a broken configuration and no good one before it.</summary>
public sealed class ConfigurationBrokenTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();

    public void Dispose() => directory.Delete(recursive: true);

    [Fact]
    public async Task F67_AColdStartWithoutAGoodVersion_TellsFileAndLine_AndFails()
    {
        var path = Path.Combine(directory.FullName, "oncall.yaml");
        await File.WriteAllTextAsync(path, "catch_all: { targets: [person: ana] }\npeople:\n  ana: { nam: Ana }\n");
        using var house = new ScenarioHost(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(
            s => new DirectoryConfigurationProvider(new ConfigurationDirectory(directory.FullName), s.GetRequiredService<TimeProvider>())));
        var function = new ReceiveAlarmFunction(house.Get<ReceiveFailOpen>(), house.Get<Incidents.Application.Sweep.InlinePageRetry>(), house.Clock);

        await Assert.ThrowsAsync<InvalidConfigurationException>(() => function.ReceiveAlarm(Lambda.Event<SNSEvent>("sns/lambda-event-metric-alarm.json")));

        var told = Assert.Single(house.Fallback.Heard);
        Assert.Contains($"{path}:3:", told.Text, StringComparison.Ordinal);
        Assert.Contains("checkout-api-cpu-high", told.Text, StringComparison.Ordinal);
    }
}
