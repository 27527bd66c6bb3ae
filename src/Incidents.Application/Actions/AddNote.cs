using Incidents.Application.Configuration;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Adds a person's note to an incident's timeline. Nothing is posted to a channel.</summary>
public sealed class AddNote(IncidentChanges changes, IOnCallConfigurationProvider configuration)
{
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, string text, CancellationToken cancellation)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        return await changes.Apply(number, (record, now) => Responding.AddNote(record.Incident, by, Redactor.Redact(text), settings.RulesOf(record), now).Remarked(settings, by, now), cancellation);
    }
}
