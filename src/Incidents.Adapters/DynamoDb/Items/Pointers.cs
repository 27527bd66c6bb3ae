using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Item = System.Collections.Generic.Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>;

namespace Incidents.Adapters.DynamoDb.Items;

/// <summary>Alarm and service items: what is remembered for good, and which incident they point to. Never deleted, so nothing is ever orphaned.</summary>
internal static class Pointers
{
    /// <summary>Alarms with an open incident stand in the open index beside the incidents.</summary>
    public const string OpenAlarm = "alarm";

    public static AlarmRecord ReadAlarm(Item item) => new(
        new AlarmMember(new DedupKey(item[AttributeNames.AlarmKey].S), item.TextOrNull(AttributeNames.Contributor)),
        item.TextOrNull(AttributeNames.SeenAt) is { } at ? new AlarmChange(Enum.Parse<AlarmState>(item[AttributeNames.SeenState].S), SortableTime.Read(at)) : null,
        Incident(item, AttributeNames.Incident),
        Incident(item, AttributeNames.Last),
        item.NumberOrNull(AttributeNames.Revision) ?? 0);

    public static ServiceRecord ReadService(ServiceId service, Item item) =>
        new(service, Incident(item, AttributeNames.Incident), item.NumberOrNull(AttributeNames.Revision) ?? 0)
        {
            Earlier = [.. item.ListedIn(AttributeNames.Earlier)],
        };

    /// <summary>Points the whole alarm to an incident that opens, or opens again.</summary>
    /// <param name="known">The whole alarm as it was read.</param>
    public static WriteRequestBuilder ClaimAlarm(Incident incident, OpeningAlarm opener, AlarmRecord? known)
    {
        var change = WriteAlarm(opener.Member.Whole)
            .Set(AttributeNames.Incident, Number(incident.Number))
            .Set(AttributeNames.Reopened, AttributeValues.Number(incident.Reopened))
            .Set(AttributeNames.Last, Number(incident.Number))
            .Set(AttributeNames.Open, AttributeValues.Text(OpenAlarm))
            .WhenStill(AttributeNames.Revision, known is null ? null : AttributeValues.Number(known.Revision));
        return opener.Member == opener.Member.Whole ? change.See(opener.Change) : change;
    }

    public static WriteRequestBuilder ClaimService(Incident incident, ServiceRecord? known)
    {
        var change = WriteService(incident)
            .Set(AttributeNames.Incident, Number(incident.Number))
            .Set(AttributeNames.Reopened, AttributeValues.Number(incident.Reopened))
            .WhenStill(AttributeNames.Revision, known is null ? null : AttributeValues.Number(known.Revision));
        return known?.EarlierThan(incident.Number) is { Count: > 0 } earlier
            ? change.Set(AttributeNames.Earlier, AttributeValues.Text(AttributeValues.Listed(earlier)))
            : change.Remove(AttributeNames.Earlier);
    }

    /// <summary>Any write to an alarm: its key in words, and a new revision.</summary>
    public static WriteRequestBuilder WriteAlarm(AlarmMember member)
    {
        var change = new WriteRequestBuilder(Keys.Alarm(member))
            .Set(AttributeNames.AlarmKey, AttributeValues.Text(member.Key.Value))
            .Stamp(AttributeNames.Revision, AttributeValues.Number(WriteId.NewRevision()));
        return member.ContributorId is { } contributor ? change.Set(AttributeNames.Contributor, AttributeValues.Text(contributor)) : change;
    }

    public static WriteRequestBuilder WriteService(Incident incident) =>
        new WriteRequestBuilder(Keys.Service(incident.Service, incident.Group)).Stamp(AttributeNames.Revision, AttributeValues.Number(WriteId.NewRevision()));

    public static WriteRequestBuilder See(this WriteRequestBuilder change, AlarmChange seen) => change
        .Set(AttributeNames.SeenState, AttributeValues.Text(seen.State.ToString()))
        .Set(AttributeNames.SeenAt, AttributeValues.Text(SortableTime.Write(seen.At)));

    public static AttributeValue Number(IncidentNumber number) => AttributeValues.Number(number.Value);

    private static IncidentNumber? Incident(Item item, string name) =>
        item.NumberOrNull(name) is { } number ? new IncidentNumber((int)number) : null;
}
