using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>Snoozes an incident: its holder gets no messages about it until then.</summary>
public sealed class SnoozeIncident(IncidentChanges changes, IOnCallConfigurationProvider configuration, Dispatcher dispatcher)
{
    /// <param name="snooze">How long, as they said it.</param>
    /// <param name="clicked">The message that they clicked on, which is then replaced; null when they did not click on one.</param>
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<ChangeResult> Handle(IncidentNumber number, Actor by, SnoozeUntil snooze, CancellationToken cancellation, MessageRef? clicked = null)
    {
        var settings = await configuration.CurrentOrNone(cancellation);
        var result = await changes.Apply(
            number,
            (record, now) =>
            {
                var zone = settings?.FindPerson(by.AsPerson())?.TimeZone ?? settings?.ZoneOf(settings.ServiceOf(record.Incident)) ?? DateTimeZone.Utc;
                var until = snooze.In(now, zone);
                return until.Problem is null ? Responding.Snooze(record.Incident, by, until.At, now, settings.WordToThePaged(by, record, now)).Remarked(settings, by, now) : new Decision.Ignored(Refusal.NoSuchTime);
            },
            cancellation);
        return await dispatcher.Dispatch(result, cancellation, clicked);
    }
}
