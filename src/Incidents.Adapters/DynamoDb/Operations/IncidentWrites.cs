using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>Writes of the head: an opening, and every change after it.</summary>
internal sealed class IncidentWrites(TableCalls calls, HeadCache cache, Expiry expiry)
{
    public async Task<SaveResult> Open(IncidentOpening opening, CancellationToken cancellation)
    {
        var incident = opening.Incident;
        var layout = HeadLayout.Of(incident, unknown: null, recent: [], expires: null);
        var head = Apply(layout);
        foreach (var (name, value) in HeadLayout.ForHistory(incident))
        {
            head.Set(name, value);
        }

        return await Commit([head.When(head.Absent(AttributeNames.Partition)), Detail.Create(incident.Number, opening.Detail, opening.Events), .. Claims(incident, opening.Known)], layout, cancellation);
    }

    public async Task<SaveResult> Save(IncidentCommit commit, CancellationToken cancellation)
    {
        var incident = commit.After;
        if (await Current(commit.Before, cancellation) is not { } current)
        {
            return SaveResult.Conflict;
        }

        var expires = await expiry.OfHead(current, incident, cancellation);
        var layout = HeadLayout.Of(incident, current.Unknown, current.Recent.AddRange(commit.Events.Select(EventJson.Write)), expires);
        var changes = new List<WriteRequestBuilder> { Apply(layout).WhenStill(AttributeNames.Write, AttributeValues.Text(current.Write)) };
        if (layout.Spilled is { IsEmpty: false } spilled)
        {
            changes.Add(Chunk.Create(incident.Number, incident.TimelineLength - spilled.Count + 1, spilled, await expiry.OfPart(cancellation)));
        }

        if (expires != current.ExpiresAt)
        {
            changes.Add(Detail.Expire(incident.Number, Expiry.OfDetail(expires)));
        }

        if (commit.Reclaim is { } known)
        {
            changes.AddRange(Claims(incident, known));
        }

        return await Commit(changes, layout, cancellation);
    }

    /// <summary>The head a decision was made on; null when it has been replaced since.</summary>
    private async Task<IncidentItem?> Current(Incident before, CancellationToken cancellation)
    {
        var head = cache.Find(before.Number);
        if (head is null || head.Incident.Version < before.Version)
        {
            if (await calls.Get(Keys.Head(before.Number), cancellation) is not { } item)
            {
                return null;
            }

            head = IncidentItem.Read(item);
            cache.Keep(head);
        }

        return head.Incident.Version == before.Version ? head : null;
    }

    /// <summary>A single write costs half of what it costs in a transaction.</summary>
    private async Task<SaveResult> Commit(IReadOnlyList<WriteRequestBuilder> changes, HeadLayout layout, CancellationToken cancellation)
    {
        var done = changes is [var only] ? (await calls.Write(only, cancellation)).Done : await calls.WriteTogether(changes, cancellation);
        if (done)
        {
            cache.Keep(layout.Head);
        }

        return done ? SaveResult.Saved : SaveResult.Conflict;
    }

    private static WriteRequestBuilder Apply(HeadLayout layout)
    {
        var change = new WriteRequestBuilder(Keys.Head(layout.Head.Incident.Number));
        foreach (var (name, value) in layout.Attributes)
        {
            _ = name == AttributeNames.Write ? change.Stamp(name, value!) : change.SetOrRemove(name, value);
        }

        return change;
    }

    /// <summary>The pointers of the alarm and its group. An incident that collects no alarms of its service is not pointed to by it.</summary>
    private static IEnumerable<WriteRequestBuilder> Claims(Incident incident, AlarmContext known)
    {
        if (incident.Opener is { } opener)
        {
            yield return Pointers.ClaimAlarm(incident, opener, known.Whole);
        }

        if (incident.IsFoundByService())
        {
            yield return Pointers.ClaimService(incident, known.PointerOf(incident));
        }
    }
}
