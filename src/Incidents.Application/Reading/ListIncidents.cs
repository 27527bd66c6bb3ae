using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Reading;

/// <summary>Lists incidents: the open ones first, then history, the newest first.</summary>
public sealed class ListIncidents(IIncidentStore store, TimeProvider clock)
{
    /// <param name="after">Where the previous page ended; null for the first, which alone holds the open ones.</param>
    /// <param name="limit">Most rows of history to return.</param>
    /// <exception cref="StoreUnavailableException">The list cannot be read; an empty one would be a lie.</exception>
    public async Task<IncidentList> Handle(IncidentFilter filter, HistoryCursor? after, int limit, CancellationToken cancellation)
    {
        var open = after is null ? (await store.OpenIncidents(cancellation)).Where(filter.Matches).ToList() : [];
        var history = new List<Incident>();
        var looked = 0;
        var cursor = after;
        while (looked < MostRows)
        {
            var page = await store.History(cursor, clock.Now() - Furthest, RowsAtOnce, cancellation);
            foreach (var incident in page.Incidents)
            {
                looked++;
                cursor = new HistoryCursor(incident.TriggeredAt, incident.Number);
                if (incident.IsOpen || !filter.Matches(incident))
                {
                    continue;
                }

                history.Add(incident);
                if (history.Count == limit)
                {
                    return new IncidentList(open, history, cursor, looked);
                }
            }

            if (page.Next is null)
            {
                return new IncidentList(open, history, Next: null, looked);
            }

            cursor = page.Next;
        }

        return new IncidentList(open, history, cursor, looked);
    }

    private const int RowsAtOnce = 100;
    private const int MostRows = 500;
    private static readonly Duration Furthest = Duration.FromDays(3 * 366);
}

/// <summary>A page of the list.</summary>
/// <param name="Open">All open incidents that match; empty on later pages.</param>
/// <param name="Next">Where the next page begins; null when the history ends here.</param>
/// <param name="Looked">How many rows of history this page has gone through.</param>
public sealed record IncidentList(IReadOnlyList<Incident> Open, IReadOnlyList<Incident> History, HistoryCursor? Next, int Looked);
