using Amazon.DynamoDBv2;
using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb.Schema;

namespace Incidents.Adapters.Tests.Store;

/// <summary>One embedded server for all tests that need DynamoDB; every test makes its own table.</summary>
public sealed class EmbeddedStore : IAsyncLifetime
{
    private DynoxideServer server = null!;

    public AmazonDynamoDBClient Client { get; private set; } = null!;

    public Uri Endpoint => server.Endpoint;

    public async Task InitializeAsync()
    {
        server = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), file: null, CancellationToken.None);
        Client = DynamoDbClients.ForLocal(server.Endpoint);
    }

    public async Task DisposeAsync()
    {
        Client?.Dispose();
        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    public async Task<string> NewTable()
    {
        var table = $"incidents-{Guid.NewGuid():N}";
        await IncidentTable.CreateIfMissing(Client, table, CancellationToken.None);
        return table;
    }
}

[CollectionDefinition(Name)]
public sealed class EmbeddedStoreTests : ICollectionFixture<EmbeddedStore>
{
    public const string Name = "embedded store";
}
