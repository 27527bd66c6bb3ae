using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>Lists by index. Indexes hold keys and lag a little, so what is shown is always read from the heads themselves.</summary>
internal sealed class Listings(TableCalls calls)
{
    public async Task<IReadOnlyList<DueIncident>> Due(Instant until, int limit, CancellationToken cancellation)
    {
        var query = Query(TableSchema.Due, Keys.HeadSort, "<=", SortableTime.Write(until));
        query.Limit = limit;
        return await calls.Query(query, cancellation)
            .Take(limit)
            .Select(item => new DueIncident(NumberOf(item), SortableTime.Read(item[AttributeNames.Due].S)))
            .ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Incident>> Open(CancellationToken cancellation)
    {
        var numbers = await calls.Query(Query(TableSchema.Open, IncidentItem.OpenIncident), cancellation).Select(NumberOf).ToListAsync(cancellation);
        var heads = await Heads(numbers, cancellation);
        return [.. heads.Where(i => i.IsOpen).OrderByDescending(i => i.TriggeredAt).ThenByDescending(i => i.Number.Value)];
    }

    /// <param name="newest">The month to begin with.</param>
    public async Task<HistoryPage> History(HistoryCursor? after, Month newest, Month oldest, int limit, CancellationToken cancellation)
    {
        var places = new List<HistoryCursor>();
        foreach (var month in newest.BackTo(oldest))
        {
            var query = after is null
                ? Query(TableSchema.History, month.ToString())
                : Query(TableSchema.History, month.ToString(), "<", HeadLayout.HistorySort(after.TriggeredAt, after.Number));
            query.ScanIndexForward = false;
            query.Limit = limit + 1 - places.Count;
            places.AddRange(await calls.Query(query, cancellation).Select(HeadLayout.PlaceOf).Take(query.Limit.Value).ToListAsync(cancellation));
            if (places.Count > limit)
            {
                break;
            }
        }

        // The index decides where a page ends: it may still name what the table no longer has.
        var heads = (await Heads(places.Take(limit).Select(place => place.Number), cancellation)).ToDictionary(i => i.Number);
        List<Incident> page = [.. places.Take(limit).Where(place => heads.ContainsKey(place.Number)).Select(place => heads[place.Number])];
        return new HistoryPage(page, places.Count > limit ? places[limit - 1] : null);
    }

    private async Task<IEnumerable<Incident>> Heads(IEnumerable<IncidentNumber> numbers, CancellationToken cancellation) =>
        (await calls.GetAll(numbers.Select(Keys.Head), cancellation)).Values.Select(item => IncidentItem.Read(item).Incident);

    private static IncidentNumber NumberOf(Dictionary<string, AttributeValue> item) => Keys.NumberOf(item[AttributeNames.Partition].S);

    private static QueryRequest Query(TableIndex index, string partition, string? comparison = null, string? sort = null)
    {
        var request = new QueryRequest
        {
            IndexName = index.Name,
            KeyConditionExpression = "#p = :p",
            ExpressionAttributeNames = new() { ["#p"] = index.Partition },
            ExpressionAttributeValues = new() { [":p"] = AttributeValues.Text(partition) },
        };
        if (sort is not null)
        {
            request.KeyConditionExpression += $" AND #s {comparison} :s";
            request.ExpressionAttributeNames["#s"] = index.Sort;
            request.ExpressionAttributeValues[":s"] = AttributeValues.Text(sort);
        }

        return request;
    }
}
