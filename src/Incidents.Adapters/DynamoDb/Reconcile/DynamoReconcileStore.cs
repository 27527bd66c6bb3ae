using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Reconcile;
using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Reconcile;

/// <summary>Pointers of alarms, and the mark of the last run, on the table of incidents.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoReconcileStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IReconcileStore
{
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    /// <remarks>The index says which alarms there are; what they point to is read from the items themselves.</remarks>
    public async Task<IReadOnlyList<AlarmRecord>> OpenAlarms(CancellationToken cancellation)
    {
        var query = new QueryRequest
        {
            IndexName = TableSchema.Open.Name,
            KeyConditionExpression = "#p = :p",
            ExpressionAttributeNames = new() { ["#p"] = TableSchema.Open.Partition },
            ExpressionAttributeValues = new() { [":p"] = AttributeValues.Text(Pointers.OpenAlarm) },
        };
        var keys = await calls.Query(query, cancellation).Select(ItemKey.Of).ToListAsync(cancellation);
        return [.. (await calls.GetAll(keys, cancellation)).Values.Select(Pointers.ReadAlarm).Where(alarm => alarm.Open is not null)];
    }

    /// <inheritdoc />
    public async Task<SaveResult> LetGo(AlarmRecord alarm, CancellationToken cancellation)
    {
        var change = Pointers.WriteAlarm(alarm.Member)
            .Remove(AttributeNames.Incident)
            .Remove(AttributeNames.Reopened)
            .Remove(AttributeNames.Open)
            .WhenStill(AttributeNames.Revision, AttributeValues.Number(alarm.Revision));
        return (await calls.Write(change, cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;
    }

    /// <inheritdoc />
    public async Task<Instant?> LastRun(CancellationToken cancellation) =>
        (await calls.Get(Keys.Reconciled, cancellation))?.TextOrNull(AttributeNames.Ran) is { } at ? SortableTime.Read(at) : null;

    /// <inheritdoc />
    public Task Mark(Instant at, CancellationToken cancellation)
    {
        var time = AttributeValues.Text(SortableTime.Write(at));
        var change = new WriteRequestBuilder(Keys.Reconciled).Set(AttributeNames.Ran, time);
        return calls.Write(change.When($"{change.Absent(AttributeNames.Ran)} OR {change.IsAtMost(AttributeNames.Ran, time)}"), cancellation);
    }
}
