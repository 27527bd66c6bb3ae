using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>Acknowledges an incident, from Slack, console, API, command line, link or text.</summary>
/// <remarks>It does not wait for a configuration: while none can be read the usual rules count.</remarks>
public sealed class AcknowledgeIncident(IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <param name="clicked">The message that they clicked on, which is then replaced; null when they did not click on one.</param>
    /// <param name="stay">For how long the holder says that they stay on it; null for the usual time.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, CancellationToken cancellation, Duration? stay = null, MessageRef? clicked = null)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        return await dispatcher.Dispatch(await Change(number, by, settings, stay, cancellation), cancellation, clicked);
    }

    /// <summary>The holder was asked whether they still have it, and says so.</summary>
    /// <param name="clicked">The message that they clicked on, which is then replaced; null when they did not click on one.</param>
    /// <param name="stay">For how long; null for the usual time.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> StillOnIt(IncidentNumber number, Actor by, CancellationToken cancellation, Duration? stay = null, MessageRef? clicked = null)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(number, (record, now) => Responding.StillOnIt(record.Incident, by, settings.RulesOf(record), now, stay).Remarked(settings, by, now), cancellation);
        return await dispatcher.Dispatch(result, cancellation, clicked);
    }

    /// <summary>The change alone: for several incidents the caller dispatches together what they call for.</summary>
    internal Task<ChangeResult> Change(IncidentNumber number, Actor by, OnCallConfiguration? settings, Duration? stay, CancellationToken cancellation) => changes.Apply(
        number,
        (record, now) => Responding.Acknowledge(record.Incident, by, settings.RulesOf(record), now, stay, settings.WordToThePaged(by, record, now)).Remarked(settings, by, now),
        cancellation);
}
