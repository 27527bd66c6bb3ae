using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Notices;

/// <summary>The notices last sent to teams, in one item, for the tick reads all of it.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoToldStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : INotificationLogStore
{
    private static readonly Book<IReadOnlyDictionary<string, string>> Book = new(Keys.Told, StoredFormat.Json.IReadOnlyDictionaryStringString, new Dictionary<string, string>());

    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<NotificationLogEntries> Load(CancellationToken cancellation)
    {
        var (told, revision) = await Book.Load(calls, cancellation);
        return new NotificationLogEntries(told, revision);
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(NotificationLogEntries known, IReadOnlyDictionary<string, string> told, CancellationToken cancellation) =>
        Book.Save(calls, told, known.Revision, cancellation);
}
