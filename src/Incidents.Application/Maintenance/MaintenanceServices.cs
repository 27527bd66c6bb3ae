using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Maintenance;

/// <summary>Registers the use cases of this folder: maintenance windows.</summary>
public static class MaintenanceServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddMaintenance(this IServiceCollection services) => services
        .AddSingleton<MaintenanceCalendar>()
        .AddSingleton<PagingSuppressions>()
        .AddSingleton<IResumePaging, ResumePaging>()
        .AddSingleton<PlanMaintenance>()
        .AddSingleton<EndMaintenance>()
        .AddSingleton<ListMaintenance>();
}
