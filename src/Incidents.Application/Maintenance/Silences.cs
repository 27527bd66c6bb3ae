using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Maintenance;

/// <summary>What keeps back the pages of an incident that opens, or comes back, now.</summary>
public sealed class Silences(MaintenanceCalendar calendar)
{
    /// <summary>A maintenance window, else the service's hold; null when pages go out at once.</summary>
    /// <param name="alarm">Name of the alarm; null for an incident without one, which is never held.</param>
    /// <param name="origin">Where the alarm is; null for an incident without one.</param>
    public async Task<Quiet?> Find(Service service, string? alarm, AlarmOrigin? origin, Instant now, CancellationToken cancellation)
    {
        if (await calendar.SilencedUntil(service, alarm, origin, now, cancellation) is { } until)
        {
            return new Quiet(until, QuietKind.Maintenance, $"a maintenance window covers {service.Name}");
        }

        var hold = service.Rules.Hold;
        return alarm is not null && hold > Duration.Zero
            ? new Quiet(now + hold, QuietKind.Hold, $"an alarm of {service.Name} has to last {hold.TotalMinutes:0.#} min before it pages")
            : null;
    }
}
