using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Records that customers are no longer affected; the cause may still be there.</summary>
public sealed class MitigateIncident(IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(number, (record, now) => Responding.Mitigate(record.Incident, by, settings.RulesOf(record), now).Remarked(settings, by, now), cancellation);
        return await dispatcher.Dispatch(result, cancellation);
    }
}
