using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Overrides;

/// <summary>Registers the use cases of this folder: overrides and who is on call then.</summary>
public static class OverridesServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddOverrides(this IServiceCollection services) => services
        .AddSingleton<RuntimeOverrides>()
        .AddSingleton<MakeOverride>()
        .AddSingleton<CancelOverride>();
}
