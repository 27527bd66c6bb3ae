using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>What is known about alarms apart from their incidents.</summary>
internal sealed class AlarmMemory(TableCalls calls)
{
    public async Task<AlarmContext> Load(AlarmQuery query, CancellationToken cancellation)
    {
        var own = Keys.Alarm(query.Member);
        var whole = Keys.Alarm(query.Member.Whole);
        var children = query.Children.Select(child => Keys.Alarm(new AlarmMember(child, null))).Distinct().ToList();
        var service = Keys.Service(query.Service);
        ItemKey[] group = query.Group is { } place ? [Keys.Service(query.Service, place)] : [];
        var found = await calls.GetAll([own, whole, .. children, service, .. group, Keys.Composites, Keys.Minute], cancellation);
        var expected = found.TryGetValue(Keys.Composites, out var composites) ? ExpectedChildren.Read(composites) : ExpectedChildren.None;
        return new AlarmContext
        {
            Own = Alarm(own),
            Whole = Alarm(whole),
            Children = [.. children.Select(Alarm).OfType<AlarmRecord>()],
            Service = found.TryGetValue(service, out var item) ? Pointers.ReadService(query.Service, item) : null,
            Group = group is [var key] && found.TryGetValue(key, out var grouped) ? Pointers.ReadService(query.Service, grouped) : null,
            ExpectedBy = expected.ParentOf(query.Member.Key),
            ChildrenExpected = [.. query.Children.Distinct().Select(child => expected.ParentOf(child) is { } by ? new ExpectedChild(child, by) : null).OfType<ExpectedChild>()],
            Minute = found.TryGetValue(Keys.Minute, out var minute) ? MinuteItem.Read(minute) : MinuteNote.Empty,
        };

        AlarmRecord? Alarm(ItemKey key) => found.TryGetValue(key, out var item) ? Pointers.ReadAlarm(item) : null;
    }

    public async Task<IReadOnlyList<AlarmRecord>> All(IReadOnlyCollection<AlarmMember> members, CancellationToken cancellation) =>
        [.. (await calls.GetAll(members.Select(Keys.Alarm), cancellation)).Values.Select(Pointers.ReadAlarm)];

    public async Task<MinuteNote> Minute(CancellationToken cancellation) =>
        await calls.Get(Keys.Minute, cancellation) is { } item ? MinuteItem.Read(item) : MinuteNote.Empty;

    public async Task AddToMinute(MinuteNote added, MinuteNote? instead, CancellationToken cancellation) =>
        await calls.Write(MinuteItem.Add(added, instead), cancellation);

    public async Task<SaveResult> Remember(AlarmMember member, AlarmChange change, AlarmContext known, CancellationToken cancellation)
    {
        var own = Pointers.WriteAlarm(member).See(change).WhenStill(AttributeNames.Revision, Revision(known.Own));
        if (member == member.Whole)
        {
            return (await calls.Write(own, cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;
        }

        // An opening is conditional on the whole alarm only, so a contributor's change must show there too.
        var whole = Pointers.WriteAlarm(member.Whole).WhenStill(AttributeNames.Revision, Revision(known.Whole));
        return await calls.WriteTogether([own, whole], cancellation) ? SaveResult.Saved : SaveResult.Conflict;
    }

    public async Task<SaveResult> TakeBack(IncidentNumber number, AlarmRecord known, CancellationToken cancellation) =>
        (await calls.Write(Pointers.WriteAlarm(known.Member).Set(AttributeNames.Last, Pointers.Number(number)).WhenStill(AttributeNames.Revision, Revision(known)), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    private static Amazon.DynamoDBv2.Model.AttributeValue? Revision(AlarmRecord? known) => known is null ? null : AttributeValues.Number(known.Revision);
}
