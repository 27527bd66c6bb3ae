using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>Reads of one incident, all strongly consistent.</summary>
internal sealed class IncidentReads(TableCalls calls, HeadCache cache)
{
    public async Task<IncidentRecord?> Load(IncidentNumber number, AlarmMember? member, CancellationToken cancellation)
    {
        ItemKey[] keys = member is { } asked ? [Keys.Head(number), Keys.Detail(number), Keys.Joined(number, asked)] : [Keys.Head(number), Keys.Detail(number)];
        var found = await calls.GetAll(keys, cancellation);
        if (!found.TryGetValue(keys[0], out var item))
        {
            return null;
        }

        if (!found.TryGetValue(keys[1], out var detail))
        {
            throw new StoreUnavailableException($"{number} has lost its detail item ({keys[1].Partition}, {keys[1].Sort} in table {calls.Table}): restore it from a backup");
        }

        var head = IncidentItem.Read(item);
        cache.Keep(head);
        return new IncidentRecord(head.Incident, Detail.Read(detail), keys.Length > 2 && found.TryGetValue(keys[2], out var joined) ? Joined.Read(joined) : null);
    }

    public async Task<IReadOnlyList<MemberAlarm>> Members(IncidentNumber number, CancellationToken cancellation)
    {
        var query = Partition(number);
        query.KeyConditionExpression += " AND begins_with(#s, :s)";
        query.ExpressionAttributeNames["#s"] = AttributeNames.Sort;
        query.ExpressionAttributeValues[":s"] = AttributeValues.Text(Keys.JoinedPrefix);
        return await calls.Query(query, cancellation).Select(Joined.Read).ToListAsync(cancellation);
    }

    /// <remarks>
    /// The head sorts before the runs of events that left it, so what moves while this reads is found twice rather than not at all.
    /// The head is the truth: events beyond its length belong to a later state.
    /// </remarks>
    public async Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentNumber number, CancellationToken cancellation)
    {
        var own = new SortedDictionary<int, TimelineEntry>();
        var members = new List<MemberAlarm>();
        var length = 0;
        await foreach (var item in calls.Query(Partition(number), cancellation))
        {
            var sort = item[AttributeNames.Sort].S;
            if (sort.StartsWith(Keys.JoinedPrefix, StringComparison.Ordinal))
            {
                members.Add(Joined.Read(item));
            }
            else if (sort == Keys.HeadSort)
            {
                var head = IncidentItem.Read(item);
                length = head.Incident.TimelineLength;
                Add(head.Entries());
            }
            else if (sort == Keys.DetailSort)
            {
                Add(Detail.Entries(item));
            }
            else if (sort.StartsWith(Keys.ChunkPrefix, StringComparison.Ordinal))
            {
                Add(Chunk.Read(item));
            }
        }

        return TimelineOrder.Merge(own.Values.Where(e => e.Sequence <= length), members);

        void Add(IEnumerable<TimelineEntry> entries)
        {
            foreach (var entry in entries)
            {
                own[entry.Sequence] = entry;
            }
        }
    }

    public async Task<string?> Postmortem(IncidentNumber number, CancellationToken cancellation) =>
        await calls.Get(Keys.Postmortem(number), cancellation) is { } item ? PostmortemItem.Read(item) : null;

    private static QueryRequest Partition(IncidentNumber number) => new()
    {
        KeyConditionExpression = "#p = :p",
        ExpressionAttributeNames = new() { ["#p"] = AttributeNames.Partition },
        ExpressionAttributeValues = new() { [":p"] = AttributeValues.Text(Keys.Incident(number)) },
        ConsistentRead = true,
    };
}
