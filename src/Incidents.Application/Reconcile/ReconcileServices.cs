using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Reconcile;

/// <summary>Registers the use cases of this folder: incidents are compared with CloudWatch.</summary>
public static class ReconcileServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddReconcile(this IServiceCollection services) => services
        .AddSingleton<FindMissedAlarms>()
        .AddSingleton<LastRepairs>()
        .AddSingleton<ReconcileIncidents>()
        .AddSingleton<MaintenanceJobs>();
}
