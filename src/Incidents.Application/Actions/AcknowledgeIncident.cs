using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Somebody takes an incident, wherever they say so.</summary>
public sealed class AcknowledgeIncident(IncidentChanges changes, IConfigurationSource configuration, Dispatcher dispatcher)
{
    /// <param name="clickedCard">Where the card they clicked on can be replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, Uri? clickedCard, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var result = await changes.Apply(number, (record, now) => Responding.Acknowledge(record.Incident, by, settings.RulesOf(record), now), cancellation);
        return await dispatcher.Dispatch(result, clickedCard, cancellation);
    }

    /// <summary>Whoever has it was asked whether they still do, and says so.</summary>
    /// <param name="clickedCard">Where the question can be replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> StillOnIt(IncidentNumber number, Actor by, Uri? clickedCard, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var result = await changes.Apply(number, (record, now) => Responding.StillOnIt(record.Incident, by, settings.RulesOf(record), now), cancellation);
        return await dispatcher.Dispatch(result, clickedCard, cancellation);
    }
}
