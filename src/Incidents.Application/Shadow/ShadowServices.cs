using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Shadow;

/// <summary>Registers the use cases of this folder: services in shadow mode.</summary>
public static class ShadowServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddShadow(this IServiceCollection services) => services
        .AddSingleton<ReviewShadow>()
        .AddSingleton<ShadowModeReporter>();
}
