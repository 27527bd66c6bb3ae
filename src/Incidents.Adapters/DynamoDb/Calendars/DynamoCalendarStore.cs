using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Calendars;

/// <summary>The addresses of calendars in one item: a few hundred at most, listed together and asked for once an hour.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoCalendarStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ICalendarStore
{
    private static readonly Book<CalendarBody> Book = new(Keys.Calendars, StoredFormat.Json.CalendarBody, new([], []));

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<CalendarBook> Load(CancellationToken cancellation)
    {
        var (body, revision) = await Book.Load(calls, cancellation);
        return new CalendarBook([.. body.Links], [.. body.Schedules], revision);
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(CalendarBook changed, CancellationToken cancellation) =>
        Book.Save(calls, new(changed.Links, changed.Schedules), changed.Revision, cancellation);
}
