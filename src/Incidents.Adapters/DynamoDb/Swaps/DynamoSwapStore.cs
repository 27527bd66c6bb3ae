using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Overrides;
using Incidents.Application.Schedules.Overrides;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Store;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;

namespace Incidents.Adapters.DynamoDb.Swaps;

/// <summary>Swaps in one item, for every tick reads them all, and a taken one together with the item of the overrides.</summary>
/// <param name="meter">Adds up what the calls cost; null when nobody wants to know.</param>
public sealed class DynamoSwapStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ISwapStore
{
    private const int AroundBody = 64;

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<SwapBook> Load(CancellationToken cancellation) =>
        await calls.Get(Keys.Swaps, cancellation) is not { } item ? SwapBook.Empty
            : item.ReadAs(i => new SwapBook(Unpack(i[Names.Body]), i.NumberOrNull(Names.Revision) ?? 0));

    /// <inheritdoc />
    public async Task<SaveResult> Save(SwapBook known, IReadOnlyList<SwapRequest> swaps, CancellationToken cancellation) =>
        (await calls.Write(Write(known, swaps), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    /// <inheritdoc />
    public async Task<SaveResult> Take(
        SwapBook known, IReadOnlyList<SwapRequest> swaps, OverrideBook overrides, IReadOnlyList<MadeOverride> made, CancellationToken cancellation) =>
        await calls.WriteTogether([Write(known, swaps), DynamoOverrideStore.Write(overrides, made)], cancellation) ? SaveResult.Saved : SaveResult.Conflict;

    private static Change Write(SwapBook known, IReadOnlyList<SwapRequest> swaps) => Change.OfBook(
        Keys.Swaps,
        known.Revision,
        PackedText.Pack(JsonSerializer.SerializeToUtf8Bytes(swaps, StoredFormat.Json.IReadOnlyListSwapRequest), ItemSize.Unit - AroundBody));

    private static IReadOnlyList<SwapRequest> Unpack(AttributeValue body) =>
        JsonSerializer.Deserialize(PackedText.Unpack(body), StoredFormat.Json.IReadOnlyListSwapRequest) ?? [];
}
