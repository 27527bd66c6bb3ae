using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Tests;

namespace Incidents.FaultInjection.Tests;

public class WorkerWiringTests
{
    [Fact]
    public async Task SimulatedProcess_ResolvesEveryUseCaseItOffers()
    {
        var environment = new SimulatedEnvironment();
        var services = Worker.Services(environment, Stores.From(services => services.AddInMemoryStores()), new SimulatedProcess(environment, "wiring", (_, _) => Fault.None));

        await HostWiring.AssertResolves(services);
    }
}
