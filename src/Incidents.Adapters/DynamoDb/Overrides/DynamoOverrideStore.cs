using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Schedules.Overrides;
using Incidents.Application.Store;
using Incidents.Domain.OnCall;

namespace Incidents.Adapters.DynamoDb.Overrides;

/// <summary>Overrides in one item, for they are read together whenever somebody is looked up.</summary>
/// <param name="meter">Adds up what the calls cost; null when nobody wants to know.</param>
public sealed class DynamoOverrideStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IOverrideStore
{
    private const int AroundBody = 64;

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<OverrideBook> Load(CancellationToken cancellation) =>
        await calls.Get(Keys.Overrides, cancellation) is not { } item ? OverrideBook.Empty
            : item.ReadAs(i => new OverrideBook(Unpack(i[Names.Body]), i.NumberOrNull(Names.Revision) ?? 0));

    /// <inheritdoc />
    public async Task<SaveResult> Save(OverrideBook known, IReadOnlyList<MadeOverride> overrides, CancellationToken cancellation) =>
        (await calls.Write(Write(known, overrides), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    internal static Change Write(OverrideBook known, IReadOnlyList<MadeOverride> overrides) => Change.OfBook(Keys.Overrides, known.Revision, Pack(overrides));

    private static AttributeValue Pack(IReadOnlyList<MadeOverride> overrides) =>
        PackedText.Pack(JsonSerializer.SerializeToUtf8Bytes(overrides, StoredFormat.Json.IReadOnlyListMadeOverride), ItemSize.Unit - AroundBody);

    private static IReadOnlyList<MadeOverride> Unpack(AttributeValue body) =>
        JsonSerializer.Deserialize(PackedText.Unpack(body), StoredFormat.Json.IReadOnlyListMadeOverride) ?? [];
}
