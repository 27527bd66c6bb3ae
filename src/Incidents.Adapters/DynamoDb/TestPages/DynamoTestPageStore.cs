using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.TestPages;

/// <summary>Test pages as one item each, in which every receipt is an attribute of its own: none can undo another.</summary>
/// <param name="meter">Adds up what the calls cost; null when nobody wants to know.</param>
public sealed class DynamoTestPageStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ITestPageStore
{
    private static readonly Duration Kept = Duration.FromDays(7);
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<SaveResult> Begin(TestPage page, CancellationToken cancellation) => Result(await calls.Write(
        new Change(Keys.TestPage(page.Id))
            .Set(Names.Person, Values.Text(page.Person))
            .Set(Names.PersonName, Values.Text(page.PersonName))
            .Set(Names.Since, Values.Text(SortableTime.Write(page.At)))
            .Set(TableSchema.TimeToLive, Values.Number((page.At + Kept).ToUnixTimeSeconds()))
            .Stamp(Names.Write, Values.Text(WriteId.New()))
            .WhenStill(Names.Since, value: null),
        cancellation));

    /// <inheritdoc />
    public Task Keep(string id, IReadOnlyList<TestedChannel> channels, CancellationToken cancellation) =>
        calls.Write(new Change(Keys.TestPage(id)).Set(Names.Body, Values.Text(JsonSerializer.Serialize(channels, StoredFormat.Json.IReadOnlyListTestedChannel))), cancellation);

    /// <inheritdoc />
    public Task Receive(string id, string channel, Instant at, CancellationToken cancellation) =>
        calls.Write(new Change(Keys.TestPage(id)).SetOnce(Names.Received + channel, Values.Text(SortableTime.Write(at))), cancellation);

    /// <inheritdoc />
    public async Task<SaveResult> MarkWarned(string id, CancellationToken cancellation) => Result(await calls.Write(
        new Change(Keys.TestPage(id)).Set(Names.Warned, Values.Number(1)).Stamp(Names.Write, Values.Text(WriteId.New())).WhenStill(Names.Warned, value: null),
        cancellation));

    /// <inheritdoc />
    public async Task<TestPage?> Find(string id, CancellationToken cancellation) =>
        (await calls.Get(Keys.TestPage(id), cancellation))?.ReadAs(item => Read(id, item));

    private static TestPage Read(string id, Dictionary<string, AttributeValue> item) => new()
    {
        Id = id,
        Person = item[Names.Person].S,
        PersonName = item[Names.PersonName].S,
        At = SortableTime.Read(item[Names.Since].S),
        IsWarned = item.ContainsKey(Names.Warned),
        Channels = item.TextOrNull(Names.Body) is not { } body ? [] :
        [
            .. JsonSerializer.Deserialize(body, StoredFormat.Json.IReadOnlyListTestedChannel)!.Select(channel => channel with
            {
                ReceivedAt = item.TextOrNull(Names.Received + channel.Channel) is { } at ? SortableTime.Read(at) : null,
            }),
        ],
    };

    private static SaveResult Result(Written written) => written.Done ? SaveResult.Saved : SaveResult.Conflict;
}
