using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>A person calls an incident as people do; no alarm changes its title after that, and what it was called before still finds it.</summary>
public sealed class EntitleIncident(IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, string title, CancellationToken cancellation)
    {
        title = Redactor.Redact(title);
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(number, (record, now) => Directing.Entitle(record.Incident, by, title, settings.RulesOf(record), now).Remarked(settings, by, now), cancellation);
        return await dispatcher.Dispatch(result, cancellation);
    }
}
