using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Maintenance;

/// <summary>What keeps back the pages of an incident that opens, or comes back, now.</summary>
public sealed class PagingSuppressions(MaintenanceCalendar calendar)
{
    /// <summary>A maintenance window, else the service's hold; null when pages go out at once.</summary>
    /// <param name="alarm">Name of the alarm; null for an incident without one, which is never held.</param>
    /// <param name="origin">Where the alarm is; null for an incident without one.</param>
    public async Task<PagingSuppression?> Find(Service service, string? alarm, AlarmOrigin? origin, Instant now, CancellationToken cancellation)
    {
        if (await calendar.SilencedUntil(service, alarm, origin, now, cancellation) is { } until)
        {
            return new PagingSuppression(until, SuppressionKind.Maintenance, $"a maintenance window covers {service.Name}");
        }

        var hold = service.Rules.Hold;
        return alarm is not null && hold > Duration.Zero
            ? new PagingSuppression(now + hold, SuppressionKind.Hold, $"an alarm of {service.Name} has to last {hold.TotalMinutes:0.#} min before it pages")
            : null;
    }
}
