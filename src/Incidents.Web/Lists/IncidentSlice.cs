using Incidents.Application.Reading;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Lists;

/// <summary>At most so many incidents of the list, and where the next ones begin.</summary>
internal sealed record IncidentSlice(IReadOnlyList<Incident> Items, ListPlace? Next)
{
    /// <summary>Cuts a slice from the list. The list knows pages of history only, and may hold more open incidents than one answer.</summary>
    /// <param name="list">The list from its beginning when <paramref name="after"/> is null or among the open ones, else from there.</param>
    public static IncidentSlice Of(IncidentList list, ListPlace? after, int limit)
    {
        var open = list.Open.OrderByDescending(i => i.TriggeredAt).ThenByDescending(i => i.Number.Value).Where(i => after is not { AmongOpen: true } || IsBelow(i, after.Cursor)).ToList();
        if (open.Count > limit || (open.Count == limit && list.History.Count > 0))
        {
            return new IncidentSlice(open[..limit], new ListPlace(PlaceOf(open[limit - 1]), AmongOpen: true));
        }

        var room = limit - open.Count;
        return list.History.Count > room
            ? new IncidentSlice([.. open, .. list.History.Take(room)], new ListPlace(PlaceOf(list.History[room - 1]), AmongOpen: false))
            : new IncidentSlice([.. open, .. list.History], list.Next is null ? null : new ListPlace(list.Next, AmongOpen: false));
    }

    private static bool IsBelow(Incident incident, HistoryCursor place) =>
        (incident.TriggeredAt, incident.Number.Value).CompareTo((place.TriggeredAt, place.Number.Value)) < 0;

    private static HistoryCursor PlaceOf(Incident incident) => new(incident.TriggeredAt, incident.Number);
}
