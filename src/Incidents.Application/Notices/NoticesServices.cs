using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Notices;

/// <summary>Registers the use cases of this folder: teams are told once.</summary>
public static class NoticesServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<TeamNotice>()
        .AddSingleton<NotificationLog>()
        .AddSingleton<InvalidConfigurationNotifier>();
}
