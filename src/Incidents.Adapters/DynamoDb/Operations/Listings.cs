using Amazon.DynamoDBv2.Model;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Lists by index. Indexes hold keys and lag a little, so what is shown is always read from the heads themselves.</summary>
internal sealed class Listings(TableCalls calls)
{
    public async Task<IReadOnlyList<DueIncident>> Due(Instant until, int limit, CancellationToken cancellation)
    {
        var query = Query(TableSchema.Due, Keys.HeadSort, "<=", SortableTime.Write(until));
        query.Limit = limit;
        return await calls.Query(query, cancellation)
            .Take(limit)
            .Select(item => new DueIncident(NumberOf(item), SortableTime.Read(item[Names.Due].S)))
            .ToListAsync(cancellation);
    }

    public async Task<IReadOnlyList<Incident>> Open(CancellationToken cancellation)
    {
        var numbers = await calls.Query(Query(TableSchema.Open, Head.OpenIncident), cancellation).Select(NumberOf).ToListAsync(cancellation);
        var heads = await Heads(numbers, cancellation);
        return [.. heads.Where(i => i.IsOpen).OrderByDescending(i => i.TriggeredAt).ThenByDescending(i => i.Number.Value)];
    }

    /// <param name="newest">The month to begin with.</param>
    public async Task<HistoryPage> History(HistoryCursor? after, Month newest, Month oldest, int limit, CancellationToken cancellation)
    {
        var numbers = new List<IncidentNumber>();
        foreach (var month in newest.BackTo(oldest))
        {
            var query = after is null
                ? Query(TableSchema.History, month.ToString())
                : Query(TableSchema.History, month.ToString(), "<", HeadLayout.HistorySort(after.TriggeredAt, after.Number));
            query.ScanIndexForward = false;
            query.Limit = limit + 1 - numbers.Count;
            numbers.AddRange(await calls.Query(query, cancellation).Select(NumberOf).Take(query.Limit.Value).ToListAsync(cancellation));
            if (numbers.Count > limit)
            {
                break;
            }
        }

        var heads = (await Heads(numbers.Take(limit), cancellation)).ToDictionary(i => i.Number);
        List<Incident> page = [.. numbers.Take(limit).Where(heads.ContainsKey).Select(n => heads[n])];
        return new HistoryPage(page, numbers.Count > limit && page.Count > 0 ? new HistoryCursor(page[^1].TriggeredAt, page[^1].Number) : null);
    }

    private async Task<IEnumerable<Incident>> Heads(IEnumerable<IncidentNumber> numbers, CancellationToken cancellation) =>
        (await calls.GetAll(numbers.Select(Keys.Head), cancellation)).Values.Select(item => Head.Read(item).Incident);

    private static IncidentNumber NumberOf(Dictionary<string, AttributeValue> item) => Keys.NumberOf(item[Names.Partition].S);

    private static QueryRequest Query(TableIndex index, string partition, string? comparison = null, string? sort = null)
    {
        var request = new QueryRequest
        {
            IndexName = index.Name,
            KeyConditionExpression = "#p = :p",
            ExpressionAttributeNames = new() { ["#p"] = index.Partition },
            ExpressionAttributeValues = new() { [":p"] = Values.Text(partition) },
        };
        if (sort is not null)
        {
            request.KeyConditionExpression += $" AND #s {comparison} :s";
            request.ExpressionAttributeNames["#s"] = index.Sort;
            request.ExpressionAttributeValues[":s"] = Values.Text(sort);
        }

        return request;
    }
}
