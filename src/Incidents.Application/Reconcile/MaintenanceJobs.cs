using Incidents.Application.Notices;
using Incidents.Application.Time;

namespace Incidents.Application.Reconcile;

/// <summary>What the tick does beside its agenda: a look at the configuration each minute, and at everything every five.</summary>
public sealed class MaintenanceJobs(InvalidConfigurationNotifier configuration, ReconcileIncidents reconcile, TimeProvider clock)
{
    /// <returns>What was mended, nothing in four minutes of five.</returns>
    public async Task<Repairs> Run(CancellationToken cancellation)
    {
        await configuration.Handle(cancellation);
        return clock.Now().InUtc().Minute % EveryMinutes == 0 ? await reconcile.Run(cancellation) : Repairs.None;
    }

    private const int EveryMinutes = 5;
}
