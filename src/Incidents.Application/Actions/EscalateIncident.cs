using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Pages the next step of the policy now, for a person who cannot act or needs help.</summary>
public sealed class EscalateIncident(IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <param name="clickedCard">Where the card they clicked on can be replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, Uri? clickedCard, CancellationToken cancellation)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(number, (record, now) => settings is null ? Unreadable.Refused(record, now) : Directing.Escalate(record.Incident, by, settings.PlannerFor(record, now), now), cancellation);
        return await dispatcher.Dispatch(result, clickedCard, cancellation);
    }
}
