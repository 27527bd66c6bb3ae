using Incidents.Application.Storage;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Maintenance;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Maintenance;

/// <summary>Answers at every alarm whether its pages are silent, from windows that are read once in five seconds at most.</summary>
/// <remarks>When the store does not answer there is no window: a page too many is better than one too few.</remarks>
public sealed class MaintenanceCalendar(IMaintenanceStore store, TimeProvider clock)
{
    private readonly SharedRead<IReadOnlyList<MaintenanceWindow>> windows = new(clock);

    /// <summary>When the maintenance that silences the service and alarm ends; null when none does now.</summary>
    /// <param name="alarm">Name of the alarm; null for an incident without one.</param>
    /// <param name="origin">Where the alarm is; null for an incident without one.</param>
    public async Task<Instant?> SilencedUntil(Service service, string? alarm, AlarmOrigin? origin, Instant now, CancellationToken cancellation) =>
        MaintenanceSuppression.Until(await Windows(cancellation), service.Id, service.Tags, alarm, origin, now);

    /// <summary>The windows whose pages are silent now; none when the store does not answer.</summary>
    public async Task<IReadOnlyList<MaintenanceWindow>> Active(Instant now, CancellationToken cancellation) =>
        [.. (await Windows(cancellation)).Where(window => window.StateAt(now) == MaintenanceState.Active).OrderBy(window => window.Round(now).End)];

    /// <summary>Reads anew at the next question: this process has just changed a window.</summary>
    public void Forget() => windows.Forget();

    private async Task<IReadOnlyList<MaintenanceWindow>> Windows(CancellationToken cancellation)
    {
        try
        {
            return await windows.Get(async () => (await store.Load(CancellationToken.None)).Windows, cancellation);
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }
}
