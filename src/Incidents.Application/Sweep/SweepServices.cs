using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Sweep;

/// <summary>Registers the use cases of this folder: what happens every minute.</summary>
public static class SweepServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddSweep(this IServiceCollection services) => services
        .AddSingleton<DueWorkLoop>()
        .AddSingleton<InlinePageRetry>()
        .AddSingleton<ScheduledJobs>();
}
