using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Links;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Links;

/// <summary>Links in the table of the incidents: one item each, written once.</summary>
/// <param name="client">See <see cref="DynamoDbClients"/>.</param>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoLinkStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ILinkStore
{
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<SaveResult> Save(string hash, ResponderLink link, CancellationToken cancellation) =>
        (await calls.Write(LinkItem.Write(hash, link), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    /// <inheritdoc />
    public async Task<ResponderLink?> Find(string hash, CancellationToken cancellation) =>
        (await calls.Get(Keys.Link(hash), cancellation))?.ReadAs(LinkItem.Read);
}
