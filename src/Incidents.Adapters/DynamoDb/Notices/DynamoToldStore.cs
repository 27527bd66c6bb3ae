using System.Text.Json;
using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Notices;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Notices;

/// <summary>What teams were told, in one item, for the tick reads all of it.</summary>
/// <param name="meter">Adds up what the calls cost; null when nobody wants to know.</param>
public sealed class DynamoToldStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IToldStore
{
    private const int AroundBody = 64;

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<ToldBook> Load(CancellationToken cancellation) =>
        await calls.Get(Keys.Told, cancellation) is not { } item ? ToldBook.Empty
            : item.ReadAs(i => new ToldBook(
                JsonSerializer.Deserialize(PackedText.Unpack(i[Names.Body]), StoredFormat.Json.IReadOnlyDictionaryStringString) ?? new Dictionary<string, string>(),
                i.NumberOrNull(Names.Revision) ?? 0));

    /// <inheritdoc />
    public async Task<SaveResult> Save(ToldBook known, IReadOnlyDictionary<string, string> told, CancellationToken cancellation)
    {
        var body = PackedText.Pack(JsonSerializer.SerializeToUtf8Bytes(told, StoredFormat.Json.IReadOnlyDictionaryStringString), ItemSize.Unit - AroundBody);
        return (await calls.Write(Change.OfBook(Keys.Told, known.Revision, body), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;
    }
}
