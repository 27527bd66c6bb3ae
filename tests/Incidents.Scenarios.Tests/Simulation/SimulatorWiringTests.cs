using System.Text;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Cli.Simulation;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using NodaTime;

namespace Incidents.Scenarios.Tests.Simulation;

public class SimulatorWiringTests
{
    [Fact]
    public async Task Simulator_ResolvesEveryUseCaseItOffers()
    {
        var now = Instant.FromUtc(2026, 9, 14, 11, 20);
        var read = Assert.IsType<ConfigurationResult.Valid>(ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(ScenarioHost.Configuration))], "config", now));

        var services = Simulator.Services(read.Configuration, new VirtualClock(now), new InMemoryIncidentStore(), _ => { }, _ => { });

        await HostWiring.AssertResolves(services);
    }
}
