using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Reading;

/// <summary>Everything there is to see about one incident.</summary>
public sealed class ShowIncident(IIncidentStore store, IOnCallConfigurationProvider configuration, NotificationContentBuilder briefer)
{
    /// <returns>Null when there is no such incident.</returns>
    /// <exception cref="StoreUnavailableException">It cannot be read.</exception>
    public async Task<IncidentStory?> Handle(IncidentNumber number, CancellationToken cancellation)
    {
        if (await store.Load(number, member: null, cancellation) is not { } record)
        {
            return null;
        }

        // What is stored can be read at any time: without a configuration everything in it goes by its id.
        var settings = await configuration.CurrentOrNone(cancellation);
        return new IncidentStory(
            record,
            settings is null ? briefer.Brief(record, Unreadable.Nothing) with { ServiceName = record.Incident.Service.Value } : briefer.Brief(record, settings),
            await store.Members(number, cancellation),
            await store.Timeline(number, cancellation),
            await store.Postmortem(number, cancellation));
    }
}

/// <summary>An incident with its whole story.</summary>
/// <param name="Postmortem">The draft in Markdown; null when there is none.</param>
public sealed record IncidentStory(
    IncidentRecord Record,
    NotificationContent Briefing,
    IReadOnlyList<MemberAlarm> Members,
    IReadOnlyList<TimelineEntry> Timeline,
    string? Postmortem);
