using Incidents.Application.Configuration;
using Incidents.Application.Notices;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Scenarios.Tests.Reconcile;

public sealed class BrokenConfigurationTests : IDisposable
{
    private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory();
    private readonly ScenarioHost house;

    public BrokenConfigurationTests()
    {
        Write(ScenarioHost.Configuration);
        house = new ScenarioHost(parts: services => services.AddSingleton<IOnCallConfigurationProvider>(
            s => new DirectoryConfigurationProvider(new ConfigurationDirectory(directory.FullName), s.GetRequiredService<TimeProvider>())));
    }

    public void Dispose()
    {
        house.Dispose();
        directory.Delete(recursive: true);
    }

    [Fact]
    public async Task F68_ABrokenVersion_IsToldOnce_WhileTheLastGoodOnePagesOn()
    {
        await Minute();
        Write(ScenarioHost.Configuration + "\nnonsense: {}\n");
        await Minute();
        await Minute();

        var told = Assert.Single(house.Slack.Posts);
        Assert.Contains("oncall.yaml:", told, StringComparison.Ordinal);
        Assert.Equal(new ServiceId("checkout"), (await house.Fire("checkout-errors")).Incident!.Incident.Service);
        Assert.Equal(1, house.Channel.Pages);
    }

    [Fact]
    public async Task F68_AnotherMistake_IsToldAnew_AndSoIsTheSameOneAfterItWasMended()
    {
        await Minute();
        foreach (var version in new[] { "\nnonsense: {}\n", "\nmore_nonsense: {}\n", "", "\nnonsense: {}\n" })
        {
            Write(ScenarioHost.Configuration + version);
            await Minute();
        }

        Assert.Equal(3, house.Slack.Posts.Count);
    }

    private void Write(string yaml) => File.WriteAllText(Path.Combine(directory.FullName, "oncall.yaml"), yaml);

    private Task Minute()
    {
        house.Clock.Jump(Duration.FromMinutes(1));
        return house.Get<InvalidConfigurationNotifier>().Handle(default);
    }
}
