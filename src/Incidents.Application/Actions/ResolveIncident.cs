using Incidents.Application.Configuration;
using Incidents.Application.Intake;
using Incidents.Application.Paging;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>A person ends an incident.</summary>
/// <remarks>The alarms that joined are counted first: those that had joined by now are what the person resolves, and none of them brings the incident back.</remarks>
public sealed class ResolveIncident(JoinIncident join, IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <param name="confirmed">They know that an alarm is still firing.</param>
    /// <param name="clicked">The message that they clicked on, which is then replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, ResolveReason reason, bool confirmed, string? note, CancellationToken cancellation, MessageRef? clicked = null)
    {
        note = note is null ? null : Redactor.Redact(note);
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(
            number,
            async (record, now) => Responding.Resolve(record.Incident, settings is null ? null : await join.CountMembers(record, settings, cancellation), by, reason, confirmed, note, now).Remarked(settings, by, now),
            cancellation);
        return await dispatcher.Dispatch(result, cancellation, clicked);
    }
}
