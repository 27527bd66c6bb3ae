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
    public static Change Write(IncidentNumber number, MemberAlarm member, AlarmChange? expected, Instant? end)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(member, StoredFormat.Json.MemberAlarm);
        return new Change(Keys.Joined(number, member.Member))
            .Set(Names.Change, Text(member.Last))
            .Set(Names.Body, PackedText.Pack(body, ItemSize.Unit - Around))
            .SetOrRemove(TableSchema.TimeToLive, Values.UnixTime(end))
            .Stamp(Names.Write, Values.Text(WriteId.New()))
            .WhenStill(Names.Change, expected is { } change ? Text(change) : null);
    }

    public static MemberAlarm Read(Dictionary<string, AttributeValue> item) => item.ReadAs(i =>
        JsonSerializer.Deserialize(PackedText.Unpack(i[Names.Body]), StoredFormat.Json.MemberAlarm) ?? throw new JsonException("a joined alarm is null."));

    private static AttributeValue Text(AlarmChange change) => Values.Text($"{change.State} {SortableTime.Write(change.At)}");
}
