using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Heartbeats;

/// <summary>Registers the use cases of this folder: heartbeats.</summary>
public static class HeartbeatsServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddHeartbeats(this IServiceCollection services) => services
        .AddSingleton<TellHeartbeat>()
        .AddSingleton<RecordHeartbeat>()
        .AddSingleton<MuteHeartbeat>()
        .AddSingleton<ListHeartbeats>()
        .AddSingleton<CheckHeartbeats>()
        .AddSingleton<TickHeartbeat>()
        .AddSingleton<WriteProbe>()
        .AddSingleton<BeatWatchdog>();
}
