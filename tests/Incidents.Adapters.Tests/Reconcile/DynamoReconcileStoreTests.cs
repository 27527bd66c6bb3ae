using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Reconcile;
using Incidents.Adapters.Tests.Store;

namespace Incidents.Adapters.Tests.Reconcile;

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoReconcileStoreTests(EmbeddedStore embedded) : ReconcileStoreContract
{
    private protected override async Task Prepare()
    {
        var (table, clock) = (await embedded.NewTable(), new FixedClock(Sample.Start));
        (Incidents, Store) = (new DynamoIncidentStore(embedded.Client, table, clock), new DynamoReconcileStore(embedded.Client, table, clock));
    }
}
