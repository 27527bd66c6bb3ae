using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>An alarm that joined an incident, beside its head: in no index, so that joining costs one write unit.</summary>
internal static class Joined
{
    private const int Around = 256;

    /// <param name="end">When it may vanish; null for never.</param>
    public static WriteRequestBuilder Write(IncidentNumber number, MemberAlarm member, AlarmChange? expected, Instant? end)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(member, StoredFormat.Json.MemberAlarm);
        return new WriteRequestBuilder(Keys.Joined(number, member.Member))
            .Set(AttributeNames.Change, Text(member.Last))
            .Set(AttributeNames.Body, CompressedText.Pack(body, ItemSize.Unit - Around))
            .SetOrRemove(TableSchema.TimeToLive, AttributeValues.UnixTime(end))
            .Stamp(AttributeNames.Write, AttributeValues.Text(WriteId.New()))
            .WhenStill(AttributeNames.Change, expected is { } change ? Text(change) : null);
    }

    public static MemberAlarm Read(Dictionary<string, AttributeValue> item) => item.ReadAs(i =>
        JsonSerializer.Deserialize(CompressedText.Unpack(i[AttributeNames.Body]), StoredFormat.Json.MemberAlarm) ?? throw new JsonException("a joined alarm is null."));

    private static AttributeValue Text(AlarmChange change) => AttributeValues.Text($"{change.State} {SortableTime.Write(change.At)}");
}
