using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Calendars;

/// <summary>The addresses of calendars in one item: a few hundred at most, listed together and asked for once an hour.</summary>
/// <param name="meter">Adds up what the calls cost; null when nobody wants to know.</param>
public sealed class DynamoCalendarStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ICalendarStore
{
    private const int AroundBody = 64;

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<CalendarBook> Load(CancellationToken cancellation) =>
        (await calls.Get(Keys.Calendars, cancellation))?.ReadAs(Read) ?? CalendarBook.Empty;

    /// <inheritdoc />
    public async Task<SaveResult> Save(CalendarBook changed, CancellationToken cancellation) =>
        (await calls.Write(Change.OfBook(Keys.Calendars, changed.Revision, Pack(changed)), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    private static CalendarBook Read(Dictionary<string, AttributeValue> item)
    {
        var body = JsonSerializer.Deserialize(PackedText.Unpack(item[Names.Body]), StoredFormat.Json.CalendarBody);
        return new CalendarBook([.. body?.Links ?? []], [.. body?.Schedules ?? []], item.NumberOrNull(Names.Revision) ?? 0);
    }

    private static AttributeValue Pack(CalendarBook book) =>
        PackedText.Pack(JsonSerializer.SerializeToUtf8Bytes(new CalendarBody(book.Links, book.Schedules), StoredFormat.Json.CalendarBody), ItemSize.Unit - AroundBody);
}
