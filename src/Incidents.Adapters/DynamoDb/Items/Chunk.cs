using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>A run of events that no longer fitted into the head; never changed.</summary>
internal static class Chunk
{
    private const int Around = 64;

    /// <param name="first">Sequence number of the first of them.</param>
    /// <param name="end">When it may vanish; null for never.</param>
    public static WriteRequestBuilder Create(IncidentNumber number, int first, ImmutableList<string> events, Instant? end)
    {
        var change = new WriteRequestBuilder(Keys.Chunk(number, first));
        return change
            .Set(AttributeNames.Body, CompressedText.Pack(BodyJson.WriteEvents(events), ItemSize.Unit - Around))
            .SetOrRemove(TableSchema.TimeToLive, AttributeValues.UnixTime(end))
            .When(change.Absent(AttributeNames.Partition));
    }

    public static IReadOnlyList<TimelineEntry> Read(Dictionary<string, AttributeValue> item) => item.ReadAs(i => Entries(
        BodyJson.ReadEvents(CompressedText.Unpack(i[AttributeNames.Body])),
        first: int.Parse(i[AttributeNames.Sort].S.AsSpan(Keys.ChunkPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture)));

    public static IReadOnlyList<TimelineEntry> Entries(IReadOnlyList<string> events, int first) => [.. events.Select((text, index) =>
    {
        using var json = JsonDocument.Parse(text);
        return new TimelineEntry(first + index, EventJson.Read(json.RootElement));
    })];
}
