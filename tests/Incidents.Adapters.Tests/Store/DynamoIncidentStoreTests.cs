using Incidents.Adapters.DynamoDb;
using Incidents.Application.Store;

namespace Incidents.Adapters.Tests.Store;

[Collection(EmbeddedStoreTests.Name)]
public sealed class DynamoIncidentStoreTests(EmbeddedStore embedded) : IncidentStoreContract
{
    private string table = "";

    private protected override IIncidentStore AnotherWorker() => new DynamoIncidentStore(embedded.Client, table, Clock);

    private protected override async Task Prepare() => table = await embedded.NewTable();
}
