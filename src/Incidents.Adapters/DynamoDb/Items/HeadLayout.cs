using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>How a head is laid out: its attributes, and which events still fit beside the state.</summary>
/// <remarks>
/// Every write of the head is paid for by the kilobyte of the whole item, and there are many of them. So the newest events stay in the head
/// while they fill the kilobyte that is paid for anyway; when they no longer fit they leave together for an item of their own.
/// </remarks>
internal sealed class HeadLayout
{
    private HeadLayout(Dictionary<string, AttributeValue?> attributes, IncidentItem head, ImmutableList<string> spilled) =>
        (Attributes, Head, Spilled) = (attributes, head, spilled);

    /// <summary>Every attribute that may change; without a value it is to be absent.</summary>
    public IReadOnlyDictionary<string, AttributeValue?> Attributes { get; }

    /// <summary>The head once it is written.</summary>
    public IncidentItem Head { get; }

    /// <summary>Events that have to move to an item of their own in the same transaction.</summary>
    public ImmutableList<string> Spilled { get; }

    /// <summary>What is written once, at the opening: the history index holds every incident but those that are checks.</summary>
    public static Dictionary<string, AttributeValue> ForHistory(Incident incident) => incident.Source.IsCheck()
        ? new() { [AttributeNames.Schema] = AttributeValues.Number(IncidentItem.Schema) }
        : new()
        {
            [AttributeNames.Month] = AttributeValues.Text(Month.Of(incident.TriggeredAt).ToString()),
            [AttributeNames.OpenedAt] = AttributeValues.Text(HistorySort(incident.TriggeredAt, incident.Number)),
            [AttributeNames.Schema] = AttributeValues.Number(IncidentItem.Schema),
        };

    /// <summary>The number breaks the tie between incidents that opened at the same instant.</summary>
    public static string HistorySort(Instant triggeredAt, IncidentNumber number) =>
        $"{SortableTime.Write(triggeredAt)}#{number.Value.ToString("D9", CultureInfo.InvariantCulture)}";

    /// <summary>Where an entry of the history index stands.</summary>
    public static HistoryCursor PlaceOf(Dictionary<string, AttributeValue> entry) =>
        new(SortableTime.Read(entry[AttributeNames.OpenedAt].S.Split('#')[0]), Keys.NumberOf(entry[AttributeNames.Partition].S));

    public static HeadLayout Of(Incident incident, Dictionary<string, JsonElement>? unknown, ImmutableList<string> recent, Instant? expires)
    {
        var write = WriteId.New();
        var attributes = new Dictionary<string, AttributeValue?>
        {
            [AttributeNames.Version] = AttributeValues.Number(incident.Version),
            [AttributeNames.Write] = AttributeValues.Text(write),
            [AttributeNames.Due] = incident.Due is { } due ? AttributeValues.Text(SortableTime.Write(due)) : null,
            [AttributeNames.Open] = incident.IsOpen ? AttributeValues.Text(IncidentItem.OpenIncident) : null,
            [TableSchema.TimeToLive] = AttributeValues.UnixTime(expires),
        };

        var state = StoredIncident.From(incident, unknown);
        var around = ItemSize.Of(Keys.Head(incident.Number).ToAttributes())
            + ItemSize.Of(ForHistory(incident))
            + ItemSize.Of(attributes.Where(a => a.Value is not null)!)
            + AttributeNames.Body.Length;

        var (body, size) = Body(state, recent, around);
        var spills = recent.Count > 0 && size > ItemSize.Unit && size > Room(state, around);
        attributes[AttributeNames.Body] = spills ? Body(state, [], around).Body : body;
        return new HeadLayout(attributes, new IncidentItem(incident, write, spills ? [] : recent, unknown) { ExpiresAt = expires }, spills ? recent : []);
    }

    /// <summary>The kilobytes that the state needs by itself once it is compressed, as it is beside events, and one more when it leaves events hardly any room.</summary>
    private static int Room(StoredIncident state, int around) =>
        ItemSize.Unit * ItemSize.UnitsOf(around + ItemSize.Of(CompressedText.Pack(BodyJson.Write(state, StoredFormat.Json.StoredIncident, []), room: 0)) + LeastRoomForEvents);

    private static (AttributeValue Body, int Size) Body(StoredIncident state, ImmutableList<string> recent, int around)
    {
        var body = CompressedText.Pack(BodyJson.Write(state, StoredFormat.Json.StoredIncident, recent), room: ItemSize.Unit - around);
        return (body, around + ItemSize.Of(body));
    }

    private const int LeastRoomForEvents = 256;
}
