using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>An incident is taken, from whichever door.</summary>
/// <remarks>It does not wait for a configuration: while none can be read the usual rules count.</remarks>
public sealed class AcknowledgeIncident(IncidentChanges changes, IConfigurationSource configuration, Dispatcher dispatcher)
{
    /// <param name="clickedCard">Where the card they clicked on can be replaced; null when they did not click on one.</param>
    /// <param name="stay">For how long the holder says that they stay on it; null for the usual time.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, Uri? clickedCard, CancellationToken cancellation, Duration? stay = null)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        return await dispatcher.Dispatch(await Change(number, by, settings, stay, cancellation), clickedCard, cancellation);
    }

    /// <summary>The holder was asked whether they still have it, and says so.</summary>
    /// <param name="clickedCard">Where the question can be replaced; null when they did not click on one.</param>
    /// <param name="stay">For how long; null for the usual time.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> StillOnIt(IncidentNumber number, Actor by, Uri? clickedCard, CancellationToken cancellation, Duration? stay = null)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(number, (record, now) => Responding.StillOnIt(record.Incident, by, Rules(settings, record), now, stay).Remarked(settings, by, now), cancellation);
        return await dispatcher.Dispatch(result, clickedCard, cancellation);
    }

    /// <summary>The change alone: whoever asks for several dispatches what they call for together.</summary>
    internal Task<ChangeResult> Change(IncidentNumber number, Actor by, OnCallConfiguration? settings, Duration? stay, CancellationToken cancellation) => changes.Apply(
        number,
        (record, now) => Responding.Acknowledge(record.Incident, by, Rules(settings, record), now, stay, Word(by, settings, record, now)).Remarked(settings, by, now),
        cancellation);

    /// <summary>Whom to tell that an outsider stopped the pages; null when none did, or nobody can be named now.</summary>
    internal static PagingPlan? Word(Actor by, OnCallConfiguration? settings, IncidentRecord record, Instant now) => by.IsOutsider() ? settings?.WordToThePaged(record, now) : null;

    /// <summary>The service's rules, and the usual ones while the configuration cannot be read.</summary>
    internal static IncidentRules Rules(OnCallConfiguration? settings, IncidentRecord record) => settings?.RulesOf(record) ?? IncidentRules.Default;
}
