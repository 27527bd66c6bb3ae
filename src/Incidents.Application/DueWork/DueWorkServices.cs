using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.DueWork;

/// <summary>Registers the use cases of this folder: what is due is done.</summary>
public static class DueWorkServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddDueWork(this IServiceCollection services) => services
        .AddSingleton<DueIncidentProcessor>();
}
