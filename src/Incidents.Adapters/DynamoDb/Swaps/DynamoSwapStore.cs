using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Overrides;
using Incidents.Application.Overrides;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Store;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;

namespace Incidents.Adapters.DynamoDb.Swaps;

/// <summary>Swaps in one item, for every tick reads them all, and a taken one together with the item of the overrides.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoSwapStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ISwapStore
{
    private static readonly Book<IReadOnlyList<SwapRequest>> Book = new(Keys.Swaps, StoredFormat.Json.IReadOnlyListSwapRequest, []);

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<SwapBook> Load(CancellationToken cancellation)
    {
        var (swaps, revision) = await Book.Load(calls, cancellation);
        return new SwapBook(swaps, revision);
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(SwapBook known, IReadOnlyList<SwapRequest> swaps, CancellationToken cancellation) =>
        Book.Save(calls, swaps, known.Revision, cancellation);

    /// <inheritdoc />
    public async Task<SaveResult> Take(
        SwapBook known, IReadOnlyList<SwapRequest> swaps, OverrideBook overrides, IReadOnlyList<MadeOverride> made, CancellationToken cancellation) =>
        await calls.WriteTogether([Book.Replace(swaps, known.Revision), DynamoOverrideStore.Book.Replace(made, overrides.Revision)], cancellation)
            ? SaveResult.Saved : SaveResult.Conflict;
}
