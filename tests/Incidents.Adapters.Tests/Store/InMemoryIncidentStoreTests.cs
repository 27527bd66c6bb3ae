using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Store;

namespace Incidents.Adapters.Tests.Store;

public sealed class InMemoryIncidentStoreTests : IncidentStoreContract
{
    private readonly InMemoryIncidentStore store = new();

    private protected override IIncidentStore AnotherWorker() => store;

    private protected override Task Prepare() => Task.CompletedTask;
}
