using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.TestPages;

/// <summary>Test pages as one item each, in which every receipt is an attribute of its own: none can undo another.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoTestPageStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : ITestPageStore
{
    private static readonly Duration Kept = Duration.FromDays(7);
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<SaveResult> Begin(TestPage page, CancellationToken cancellation) => Result(await calls.Write(
        new WriteRequestBuilder(Keys.TestPage(page.Id))
            .Set(AttributeNames.Person, AttributeValues.Text(page.Person.Value))
            .Set(AttributeNames.PersonName, AttributeValues.Text(page.PersonName))
            .Set(AttributeNames.Since, AttributeValues.Text(SortableTime.Write(page.At)))
            .SetUnlessNull(AttributeNames.AsksLoud, page.AsksLoud ? "1" : null)
            .Set(TableSchema.TimeToLive, AttributeValues.Number((page.At + Kept).ToUnixTimeSeconds()))
            .Stamp(AttributeNames.Write, AttributeValues.Text(WriteId.New()))
            .WhenStill(AttributeNames.Since, value: null),
        cancellation));

    /// <inheritdoc />
    public Task Keep(string id, IReadOnlyList<TestedChannel> channels, CancellationToken cancellation) =>
        calls.Write(new WriteRequestBuilder(Keys.TestPage(id)).Set(AttributeNames.Body, AttributeValues.Text(JsonSerializer.Serialize(channels, StoredFormat.Json.IReadOnlyListTestedChannel))), cancellation);

    /// <inheritdoc />
    public Task Receive(string id, string channel, Instant at, CancellationToken cancellation) =>
        calls.Write(new WriteRequestBuilder(Keys.TestPage(id)).SetOnce(AttributeNames.Received + channel, AttributeValues.Text(SortableTime.Write(at))), cancellation);

    /// <inheritdoc />
    public Task Judge(string id, string channel, bool wasLoud, CancellationToken cancellation) =>
        calls.Write(new WriteRequestBuilder(Keys.TestPage(id)).SetOnce(AttributeNames.Loud + channel, AttributeValues.Number(wasLoud ? 1 : 0)), cancellation);

    /// <inheritdoc />
    public Task Confirm(PersonId person, Instant at, CancellationToken cancellation) =>
        calls.Write(new WriteRequestBuilder(Keys.TestsConfirmed).Set(AttributeNames.Received + person, AttributeValues.Text(SortableTime.Write(at))), cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, Instant>> LastConfirmed(CancellationToken cancellation) =>
        (await calls.Get(Keys.TestsConfirmed, cancellation))?.ReadAs(ReadConfirmed) ?? new Dictionary<string, Instant>();

    /// <summary>Of the item that says when each person confirmed a test last.</summary>
    internal static IReadOnlyDictionary<string, Instant> ReadConfirmed(Dictionary<string, AttributeValue> item) => item
        .Where(attribute => attribute.Key.StartsWith(AttributeNames.Received, StringComparison.Ordinal))
        .ToDictionary(attribute => attribute.Key[AttributeNames.Received.Length..], attribute => SortableTime.Read(attribute.Value.S));

    /// <inheritdoc />
    public async Task<SaveResult> MarkWarned(string id, CancellationToken cancellation) => Result(await calls.Write(
        new WriteRequestBuilder(Keys.TestPage(id)).Set(AttributeNames.Warned, AttributeValues.Number(1)).Stamp(AttributeNames.Write, AttributeValues.Text(WriteId.New())).WhenStill(AttributeNames.Warned, value: null),
        cancellation));

    /// <inheritdoc />
    public async Task<TestPage?> Find(string id, CancellationToken cancellation) =>
        (await calls.Get(Keys.TestPage(id), cancellation))?.ReadAs(item => Read(id, item));

    private static TestPage Read(string id, Dictionary<string, AttributeValue> item) => new()
    {
        Id = id,
        Person = new PersonId(item[AttributeNames.Person].S),
        PersonName = item[AttributeNames.PersonName].S,
        At = SortableTime.Read(item[AttributeNames.Since].S),
        AsksLoud = item.ContainsKey(AttributeNames.AsksLoud),
        IsWarned = item.ContainsKey(AttributeNames.Warned),
        Channels = item.TextOrNull(AttributeNames.Body) is not { } body ? [] :
        [
            .. JsonSerializer.Deserialize(body, StoredFormat.Json.IReadOnlyListTestedChannel)!.Select(channel => channel with
            {
                ReceivedAt = item.TextOrNull(AttributeNames.Received + channel.Channel) is { } at ? SortableTime.Read(at) : null,
                WasLoud = item.NumberOrNull(AttributeNames.Loud + channel.Channel) is { } loud ? loud != 0 : null,
            }),
        ],
    };

    private static SaveResult Result(WriteResult written) => written.Done ? SaveResult.Saved : SaveResult.Conflict;
}
