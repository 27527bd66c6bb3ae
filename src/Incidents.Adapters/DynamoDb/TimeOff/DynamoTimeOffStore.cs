using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Absences;
using Incidents.Application.Store;
using Incidents.Domain.OnCall.Absences;

namespace Incidents.Adapters.DynamoDb.TimeOff;

/// <summary>Time off in one item, for reports read all of it.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoTimeOffStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ITimeOffStore
{
    internal static Book<IReadOnlyList<MadeTimeOff>> Book { get; } = new(Keys.TimeOff, StoredFormat.Json.IReadOnlyListMadeTimeOff, []);

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<TimeOffBook> Load(CancellationToken cancellation)
    {
        var (entries, revision) = await Book.Load(calls, cancellation);
        return new TimeOffBook(entries, revision);
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(TimeOffBook known, IReadOnlyList<MadeTimeOff> entries, CancellationToken cancellation) =>
        Book.Save(calls, entries, known.Revision, cancellation);
}
