using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>A person writes something into an incident's timeline. No channel is told.</summary>
public sealed class AddNote(IncidentChanges changes)
{
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public Task<ChangeResult> Handle(IncidentNumber number, Actor by, string text, CancellationToken cancellation) =>
        changes.Apply(number, (record, now) => Responding.AddNote(record.Incident, by, Redactor.Redact(text), now), cancellation);
}
