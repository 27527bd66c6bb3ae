using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Application.Store;
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
        new AlarmMember(new DedupKey(item[Names.AlarmKey].S), item.TextOrNull(Names.Contributor)),
        item.TextOrNull(Names.SeenAt) is { } at ? new AlarmChange(Enum.Parse<AlarmState>(item[Names.SeenState].S), SortableTime.Read(at)) : null,
        Incident(item, Names.Incident),
        Incident(item, Names.Last),
        item.NumberOrNull(Names.Revision) ?? 0);

    public static ServiceRecord ReadService(string service, Item item) =>
        new(service, Incident(item, Names.Incident), item.NumberOrNull(Names.Revision) ?? 0)
        {
            Earlier = [.. item.ListedIn(Names.Earlier)],
        };

    /// <summary>Points the whole alarm to an incident that opens, or opens again.</summary>
    /// <param name="known">The whole alarm as it was read.</param>
    public static Change ClaimAlarm(Incident incident, OpeningAlarm opener, AlarmRecord? known)
    {
        var change = WriteAlarm(opener.Member.Whole)
            .Set(Names.Incident, Number(incident.Number))
            .Set(Names.Reopened, Values.Number(incident.Reopened))
            .Set(Names.Last, Number(incident.Number))
            .Set(Names.Open, Values.Text(OpenAlarm))
            .WhenStill(Names.Revision, known is null ? null : Values.Number(known.Revision));
        return opener.Member == opener.Member.Whole ? change.See(opener.Change) : change;
    }

    public static Change ClaimService(Incident incident, ServiceRecord? known)
    {
        var change = WriteService(incident)
            .Set(Names.Incident, Number(incident.Number))
            .Set(Names.Reopened, Values.Number(incident.Reopened))
            .WhenStill(Names.Revision, known is null ? null : Values.Number(known.Revision));
        return known?.EarlierThan(incident.Number) is { Count: > 0 } earlier
            ? change.Set(Names.Earlier, Values.Text(Values.Listed(earlier)))
            : change.Remove(Names.Earlier);
    }

    /// <summary>Any write to an alarm: its key in words, and a new revision.</summary>
    public static Change WriteAlarm(AlarmMember member)
    {
        var change = new Change(Keys.Alarm(member))
            .Set(Names.AlarmKey, Values.Text(member.Key.Value))
            .Stamp(Names.Revision, Values.Number(WriteId.NewRevision()));
        return member.ContributorId is { } contributor ? change.Set(Names.Contributor, Values.Text(contributor)) : change;
    }

    public static Change WriteService(Incident incident) =>
        new Change(Keys.Service(incident.Service, incident.Group)).Stamp(Names.Revision, Values.Number(WriteId.NewRevision()));

    public static Change See(this Change change, AlarmChange seen) => change
        .Set(Names.SeenState, Values.Text(seen.State.ToString()))
        .Set(Names.SeenAt, Values.Text(SortableTime.Write(seen.At)));

    public static AttributeValue Number(IncidentNumber number) => Values.Number(number.Value);

    private static IncidentNumber? Incident(Item item, string name) =>
        item.NumberOrNull(name) is { } number ? new IncidentNumber((int)number) : null;
}
