using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Store;

/// <summary>Registers the use cases of this folder: incidents are changed.</summary>
public static class StoreServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddStore(this IServiceCollection services) => services
        .AddSingleton<IncidentChanges>();
}
