using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Links two related incidents. Each keeps its own timeline and pages.</summary>
public sealed class LinkIncidents(IIncidentStore store, IncidentChanges changes)
{
    /// <returns>What became of the first; the other is linked back.</returns>
    /// <exception cref="StoreUnavailableException">Perhaps only one of the two is linked: say it again.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, IncidentNumber other, Actor by, CancellationToken cancellation)
    {
        if (await store.Load(other, member: null, cancellation) is null)
        {
            return new ChangeResult.NotFound(other);
        }

        var result = await changes.Apply(number, (record, now) => Directing.Link(record.Incident, by, other, now), cancellation);
        if (result is not ChangeResult.NotFound and not ChangeResult.Ignored { Refusal: Refusal.SameIncident })
        {
            await changes.Apply(other, (record, now) => Directing.Link(record.Incident, by, number, now), cancellation);
        }

        return result;
    }
}
