using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Notifications;

/// <summary>Registers the use cases of this folder: alarms and incidents are put into words.</summary>
public static class NotificationsServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services) => services
        .AddSingleton<NotificationContentBuilder>()
        .AddSingleton<NotificationChannels>()
        .AddSingleton<Members>();
}
