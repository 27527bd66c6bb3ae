using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.TimeOff;
using Incidents.Application.Absences;
using Incidents.Application.Overrides;

namespace Incidents.Adapters.DynamoDb.Overrides;

/// <summary>The items of overrides and of time off, by one BatchGetItem.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoDutyStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IDutyStore
{
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<DutyBook> Load(CancellationToken cancellation)
    {
        var items = await calls.GetAll([Keys.Overrides, Keys.TimeOff], cancellation);
        var (overrides, revision) = DynamoOverrideStore.Book.Of(items.GetValueOrDefault(Keys.Overrides));
        var (entries, timeOffRevision) = DynamoTimeOffStore.Book.Of(items.GetValueOrDefault(Keys.TimeOff));
        return new DutyBook(new OverrideBook(overrides, revision), new TimeOffBook(entries, timeOffRevision));
    }
}
