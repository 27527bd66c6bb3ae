using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Reading;

/// <summary>Registers the use cases of this folder: incidents are listed and shown.</summary>
public static class ReadingServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddReading(this IServiceCollection services) => services
        .AddSingleton<ListIncidents>()
        .AddSingleton<ShowIncident>();
}
