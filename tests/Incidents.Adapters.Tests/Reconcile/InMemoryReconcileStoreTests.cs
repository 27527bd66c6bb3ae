using Incidents.Adapters.CommandLine.InMemory;

namespace Incidents.Adapters.Tests.Reconcile;

public sealed class InMemoryReconcileStoreTests : ReconcileStoreContract
{
    private protected override Task Prepare()
    {
        var store = new InMemoryIncidentStore();
        (Incidents, Store) = (store, new InMemoryReconcileStore(store));
        return Task.CompletedTask;
    }
}
