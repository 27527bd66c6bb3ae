using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb;

/// <summary>A run of events that no longer fitted into the head; never changed.</summary>
internal static class Chunk
{
    private const int Around = 64;

    /// <param name="first">Sequence number of the first of them.</param>
    public static Change Create(IncidentNumber number, int first, ImmutableList<string> events)
    {
        var change = new Change(Keys.Chunk(number, first));
        return change
            .Set(Names.Body, PackedText.Pack(BodyJson.WriteEvents(events), ItemSize.Unit - Around))
            .When(change.Absent(Names.Partition));
    }

    public static IEnumerable<TimelineEntry> Read(Dictionary<string, AttributeValue> item)
    {
        var first = int.Parse(item[Names.Sort].S.AsSpan(Keys.ChunkPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        return Entries(BodyJson.ReadEvents(PackedText.Unpack(item[Names.Body])), first);
    }

    public static IEnumerable<TimelineEntry> Entries(IEnumerable<string> events, int first) => events.Select((text, index) =>
    {
        using var json = JsonDocument.Parse(text);
        return new TimelineEntry(first + index, EventJson.Read(json.RootElement));
    });
}
