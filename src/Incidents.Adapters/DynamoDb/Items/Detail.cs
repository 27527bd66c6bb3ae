using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>The detail item: what opened the incident and the events it opened with. Written once; only its end changes.</summary>
internal static class Detail
{
    private const int Around = 64;

    public static WriteRequestBuilder Create(IncidentNumber number, IncidentDetail detail, IEnumerable<IncidentEvent> opening)
    {
        var kept = detail with { Message = detail.Message is { } message ? message with { Text = CutText.Fit(message.Text) } : null };
        var body = BodyJson.Write(kept, StoredFormat.Json.IncidentDetail, opening.Select(EventJson.Write));
        return new WriteRequestBuilder(Keys.Detail(number)).Set(AttributeNames.Body, CompressedText.Pack(body, ItemSize.Unit - Around));
    }

    /// <param name="end">Null for never.</param>
    public static WriteRequestBuilder Expire(IncidentNumber number, Instant? end) =>
        new WriteRequestBuilder(Keys.Detail(number)).SetOrRemove(TableSchema.TimeToLive, AttributeValues.UnixTime(end));

    public static IncidentDetail Read(Dictionary<string, AttributeValue> item) =>
        item.ReadAs(i => BodyJson.Read(CompressedText.Unpack(i[AttributeNames.Body]), StoredFormat.Json.IncidentDetail).Value);

    /// <summary>The events the incident opened with.</summary>
    public static IReadOnlyList<TimelineEntry> Entries(Dictionary<string, AttributeValue> item) =>
        item.ReadAs(i => Chunk.Entries(BodyJson.ReadEvents(CompressedText.Unpack(i[AttributeNames.Body])), first: 1));
}
