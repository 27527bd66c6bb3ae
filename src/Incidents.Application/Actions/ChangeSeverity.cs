using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Actions;

/// <summary>Raises an incident's severity, which pages again, or lowers it.</summary>
public sealed class ChangeSeverity(IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <summary>Longest reason that is kept, in characters; the rest is cut.</summary>
    public const int LongestReason = 240;

    /// <param name="why">In their words; null when they gave no reason.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, Severity to, string? why, CancellationToken cancellation)
    {
        why = why is null ? null : Redactor.Redact(why.Length <= LongestReason ? why : why[..LongestReason]);
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(
            number,
            (record, now) => Directing.ChangeSeverity(
                record.Incident,
                by,
                to,
                why,
                settings?.GradeOf(settings.ServiceOf(record.Incident), to, now) ?? Unreadable.GradeOf(to, record.Incident.Urgency),
                settings?.PlannerFor(record, now),
                settings.RulesOf(record),
                now).Remarked(settings, by, now),
            cancellation);
        return await dispatcher.Dispatch(result, cancellation);
    }
}
