using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Maintenance;

/// <summary>What follows when a window is ended early.</summary>
public interface IResumePaging
{
    /// <summary>Pages what nothing keeps quiet any more.</summary>
    /// <exception cref="StoreUnavailableException">Not all of it is paged.</exception>
    Task Handle(CancellationToken cancellation);
}

/// <summary>After a window was ended early: what it kept quiet and no other window covers is paged now.</summary>
/// <remarks>Should this fail half way, the rest is paged when the window would have ended by itself.</remarks>
public sealed class ResumePaging(IIncidentStore store, IncidentChanges changes, IOnCallConfigurationProvider configuration, MaintenanceCalendar calendar, Dispatcher dispatcher, TimeProvider clock) : IResumePaging
{
    /// <inheritdoc />
    public async Task Handle(CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        foreach (var incident in (await store.OpenIncidents(cancellation)).Where(i => i.Quiet?.Kind == SuppressionKind.Maintenance))
        {
            var alarm = incident.Opener is { } opener ? AlarmArn.Parse(opener.Member.Key.Value)?.Name ?? incident.Title : null;
            if (await calendar.SilencedUntil(settings.ServiceOf(incident), alarm, AlarmArn.OriginOf(incident.Opener?.Member.Key), clock.Now(), cancellation) is not null)
            {
                continue;
            }

            var result = await changes.Apply(
                incident.Number,
                (record, now) => Directing.EndQuiet(record.Incident, SuppressionKind.Maintenance, "the maintenance window was ended early", settings.PlannerFor(record, now), now),
                cancellation);
            await dispatcher.Dispatch(result, cancellation);
        }
    }
}
