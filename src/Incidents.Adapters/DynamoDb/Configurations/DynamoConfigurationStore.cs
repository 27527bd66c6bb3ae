using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Configuration.Versions.Forgetting;
using Incidents.Application.Store;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;

namespace Incidents.Adapters.DynamoDb.Configurations;

/// <summary>An item for each version, packed; a small one for the pointer, read often; and one for each move of it, read by people.</summary>
/// <remarks>What <see cref="ConfigurationLoader.MostBytes"/> admits fits into an item.</remarks>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoConfigurationStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IConfigurationArchive
{
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<ConfigurationPointer> Pointer(CancellationToken cancellation) =>
        await calls.Get(Keys.Configuration, cancellation) is { } item ? item.ReadAs(ReadPointer) : ConfigurationPointer.Never;

    /// <inheritdoc />
    public async Task<ConfigurationVersion?> Read(string id, CancellationToken cancellation) =>
        await calls.Get(Keys.ConfigurationVersion(id), cancellation) is { } item ? item.ReadAs(i => new ConfigurationVersion(id, Unpack(i[AttributeNames.Body])) { Redacted = ReadRedaction(i) }) : null;

    /// <inheritdoc />
    public Task Keep(ConfigurationVersion version, CancellationToken cancellation)
    {
        var change = new WriteRequestBuilder(Keys.ConfigurationVersion(version.Id)).Set(AttributeNames.Body, Pack(version.Files)).Remove(AttributeNames.RedactedAt).Remove(AttributeNames.RedactedBy);
        return calls.Write(change.When($"{change.Absent(AttributeNames.Body)} OR {change.Present(AttributeNames.RedactedAt)}"), cancellation);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<string>> Versions(CancellationToken cancellation)
    {
        var request = UnderPrefix(Keys.VersionPrefix);
        request.ProjectionExpression = "#s";
        var ids = new List<string>();
        await foreach (var item in calls.Query(request, cancellation))
        {
            ids.Add(item[AttributeNames.Sort].S[Keys.VersionPrefix.Length..]);
        }

        return ids;
    }

    /// <inheritdoc />
    public async Task<SaveResult> Replace(ConfigurationPointer known, ConfigurationVersion kept, ConfigurationVersion copy, CancellationToken cancellation)
    {
        var version = new WriteRequestBuilder(Keys.ConfigurationVersion(kept.Id))
            .Set(AttributeNames.Body, Pack(copy.Files))
            .SetOrRemove(AttributeNames.RedactedAt, copy.Redacted is { } redaction ? AttributeValues.Text(SortableTime.Write(redaction.At)) : null)
            .SetOrRemove(AttributeNames.RedactedBy, copy.Redacted is { } by ? AttributeValues.Text(by.By) : null)
            .WhenStill(AttributeNames.RedactedAt, kept.Redacted is { } before ? AttributeValues.Text(SortableTime.Write(before.At)) : null);
        version.When(version.Present(AttributeNames.Body));

        // The pointer is written as it is, so that who moves it at the same moment is in the way of this, or this of them.
        return known.Revision == 0
            ? (await calls.Write(version, cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict
            : await calls.WriteTogether([version, Write(Keys.Configuration, known).WhenStill(AttributeNames.Revision, AttributeValues.Number(known.Revision))], cancellation) ? SaveResult.Saved : SaveResult.Conflict;
    }

    /// <inheritdoc />
    public async Task<SaveResult> Move(ConfigurationPointer known, ConfigurationPointer next, CancellationToken cancellation)
    {
        var pointer = Write(Keys.Configuration, next).WhenStill(AttributeNames.Revision, known.Revision == 0 ? null : AttributeValues.Number(known.Revision));
        return await calls.WriteTogether([pointer, Write(Keys.ConfigurationMove(next.Revision), next)], cancellation) ? SaveResult.Saved : SaveResult.Conflict;
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<ConfigurationPointer>> History(int limit, CancellationToken cancellation)
    {
        var request = UnderPrefix(Keys.MovePrefix);
        (request.ScanIndexForward, request.Limit) = (false, limit);
        var moves = new List<ConfigurationPointer>();
        await foreach (var item in calls.Query(request, cancellation))
        {
            moves.Add(item.ReadAs(ReadPointer));
            if (moves.Count == limit)
            {
                break;
            }
        }

        return moves;
    }

    private static QueryRequest UnderPrefix(string prefix) => new()
    {
        KeyConditionExpression = "#p = :p AND begins_with(#s, :s)",
        ExpressionAttributeNames = new() { ["#p"] = AttributeNames.Partition, ["#s"] = AttributeNames.Sort },
        ExpressionAttributeValues = new() { [":p"] = AttributeValues.Text(Keys.Configuration.Partition), [":s"] = AttributeValues.Text(prefix) },
        ConsistentRead = true,
    };

    private static Redaction? ReadRedaction(Dictionary<string, AttributeValue> item) =>
        item.TextOrNull(AttributeNames.RedactedAt) is { } at ? new Redaction(item.TextOrNull(AttributeNames.RedactedBy) ?? "", SortableTime.Read(at)) : null;

    private static WriteRequestBuilder Write(ItemKey key, ConfigurationPointer pointer) => new WriteRequestBuilder(key)
        .Set(AttributeNames.Revision, AttributeValues.Number(pointer.Revision))
        .SetOrRemove(AttributeNames.Configuration, pointer.Version is { } id ? AttributeValues.Text(id) : null)
        .Set(AttributeNames.PersonName, AttributeValues.Text(pointer.By))
        .SetOrRemove(AttributeNames.Caller, pointer.Caller is { } caller ? AttributeValues.Text(caller) : null)
        .Set(AttributeNames.Since, AttributeValues.Text(SortableTime.Write(pointer.At)));

    private static ConfigurationPointer ReadPointer(Dictionary<string, AttributeValue> item) => new(
        item.TextOrNull(AttributeNames.Configuration), long.Parse(item[AttributeNames.Revision].N, CultureInfo.InvariantCulture), item[AttributeNames.PersonName].S, SortableTime.Read(item[AttributeNames.Since].S))
    {
        Caller = item.TextOrNull(AttributeNames.Caller),
    };

    private static AttributeValue Pack(IReadOnlyList<ConfigurationFile> files)
    {
        StoredFile[] stored = [.. files.Select(file => new StoredFile(file.Name, Encoding.UTF8.GetString(file.Content.Span)))];
        return CompressedText.Pack(JsonSerializer.SerializeToUtf8Bytes(stored, StoredFormat.Json.StoredFileArray), room: 0);
    }

    private static ConfigurationFile[] Unpack(AttributeValue body) =>
        [.. (JsonSerializer.Deserialize(CompressedText.Unpack(body), StoredFormat.Json.StoredFileArray) ?? []).Select(file => new ConfigurationFile(file.Name, Encoding.UTF8.GetBytes(file.Text)))];
}
