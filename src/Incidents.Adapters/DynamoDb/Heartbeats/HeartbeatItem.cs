using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Heartbeats;

/// <summary>The item of one heartbeat.</summary>
internal static class HeartbeatItem
{
    public static AttributeValue Pack(HeartbeatMute mute) => AttributeValues.Text(JsonSerializer.Serialize(mute, StoredFormat.Json.HeartbeatMute));

    public static HeartbeatLog Read(Dictionary<string, AttributeValue> item) => new()
    {
        Since = SortableTime.Read(item[AttributeNames.Since].S),
        LastBeat = Time(item, AttributeNames.Beat),
        Missed = Time(item, AttributeNames.Missed),
        IsTold = item.ContainsKey(AttributeNames.Incident),
        Incident = item.NumberOrNull(AttributeNames.Incident) is { } number and > 0 ? new IncidentNumber((int)number) : null,
        Mute = item.TextOrNull(AttributeNames.Body) is { } body ? JsonSerializer.Deserialize(body, StoredFormat.Json.HeartbeatMute) : null,
    };

    private static Instant? Time(Dictionary<string, AttributeValue> item, string name) =>
        item.TextOrNull(name) is { } text ? SortableTime.Read(text) : null;
}
