using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Domain.OnCall;

namespace Incidents.Adapters.DynamoDb.Overrides;

/// <summary>Overrides in one item, for they are read together on every lookup of who is on call.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoOverrideStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IOverrideStore
{
    private readonly TableCalls calls = new(client, table, meter, clock);

    internal static Book<IReadOnlyList<MadeOverride>> Book { get; } = new(Keys.Overrides, StoredFormat.Json.IReadOnlyListMadeOverride, []);

    /// <inheritdoc />
    public async Task<OverrideBook> Load(CancellationToken cancellation)
    {
        var (overrides, revision) = await Book.Load(calls, cancellation);
        return new OverrideBook(overrides, revision);
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(OverrideBook known, IReadOnlyList<MadeOverride> overrides, CancellationToken cancellation) =>
        Book.Save(calls, overrides, known.Revision, cancellation);
}
