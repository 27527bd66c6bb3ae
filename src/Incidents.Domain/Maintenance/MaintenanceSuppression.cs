using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Maintenance;

/// <summary>What several windows together mean.</summary>
public static class MaintenanceSuppression
{
    /// <summary>When pages for a service and alarm are heard again; null when they are not silent now.</summary>
    /// <remarks>A window that begins before another ends carries on where that one stops, so no page is sent between the two.</remarks>
    public static Instant? Until(IReadOnlyCollection<MaintenanceWindow> windows, ServiceId service, IReadOnlyCollection<ServiceTag> tags, string? alarm, AlarmOrigin? origin, Instant now)
    {
        Instant? until = null;
        while (windows.Where(window => window.Covers(service, tags, alarm, origin, until ?? now)).Select(window => (Instant?)window.Round(until ?? now).End).Max() is { } end)
        {
            until = end;
        }

        return until;
    }
}
