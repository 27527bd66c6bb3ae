using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Reading;

/// <summary>Which incidents to list; null means any.</summary>
/// <param name="Text">Looked for in title, former titles and number, whatever the case.</param>
public sealed record IncidentFilter(IncidentStatus? Status = null, ServiceId? Service = null, Severity? Severity = null, string? Text = null)
{
    /// <summary>Whether an incident is one of them.</summary>
    public bool Matches(Incident incident) =>
        (Status is null || incident.Status == Status)
        && (Service is null || incident.Service == Service)
        && (Severity is null || incident.Severity == Severity)
        && (string.IsNullOrEmpty(Text)
            || incident.Title.Contains(Text, StringComparison.OrdinalIgnoreCase)
            || incident.FormerTitles.Exists(title => title.Contains(Text, StringComparison.OrdinalIgnoreCase))
            || incident.Number.ToString().Contains(Text, StringComparison.OrdinalIgnoreCase));
}
