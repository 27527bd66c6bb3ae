using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Store;
using Incidents.Domain.OnCall.Absences;

namespace Incidents.Adapters.DynamoDb.TimeOff;

/// <summary>Time off in one item, for reports read all of it.</summary>
/// <param name="meter">Adds up what the calls cost; null when nobody wants to know.</param>
public sealed class DynamoTimeOffStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ITimeOffStore
{
    private const int AroundBody = 64;

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<TimeOffBook> Load(CancellationToken cancellation) =>
        await calls.Get(Keys.TimeOff, cancellation) is not { } item ? TimeOffBook.Empty
            : item.ReadAs(i => new TimeOffBook(Unpack(i[Names.Body]), i.NumberOrNull(Names.Revision) ?? 0));

    /// <inheritdoc />
    public async Task<SaveResult> Save(TimeOffBook known, IReadOnlyList<MadeTimeOff> entries, CancellationToken cancellation) =>
        (await calls.Write(Change.OfBook(Keys.TimeOff, known.Revision, Pack(entries)), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    private static AttributeValue Pack(IReadOnlyList<MadeTimeOff> entries) =>
        PackedText.Pack(JsonSerializer.SerializeToUtf8Bytes(entries, StoredFormat.Json.IReadOnlyListMadeTimeOff), ItemSize.Unit - AroundBody);

    private static IReadOnlyList<MadeTimeOff> Unpack(AttributeValue body) =>
        JsonSerializer.Deserialize(PackedText.Unpack(body), StoredFormat.Json.IReadOnlyListMadeTimeOff) ?? [];
}
