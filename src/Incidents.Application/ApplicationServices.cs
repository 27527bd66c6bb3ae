using Incidents.Application.Absences;
using Incidents.Application.Actions;
using Incidents.Application.Calendars;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
using Incidents.Application.DueWork;
using Incidents.Application.Heartbeats;
using Incidents.Application.Intake;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Application.Maintenance;
using Incidents.Application.Notices;
using Incidents.Application.Notifications;
using Incidents.Application.Overrides;
using Incidents.Application.Paging;
using Incidents.Application.Postmortems;
using Incidents.Application.Reading;
using Incidents.Application.Reconcile;
using Incidents.Application.Schedules;
using Incidents.Application.Schedules.HandOffs;
using Incidents.Application.Schedules.Sick;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Shadow;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Store;
using Incidents.Application.Sweep;
using Incidents.Application.TestPages;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application;

/// <summary>Registers the use cases; the ports that they need are registered by each host.</summary>
public static class ApplicationServices
{
    /// <summary>
    /// Adds every use case that needs no request of Slack. A test resolves them all in each host. The host adds <see cref="TimeProvider"/>, <see cref="IIncidentStore"/>, the configuration by <see cref="AddConfiguration"/>, the runbooks,
    /// the alarm sources, every <see cref="INotificationChannel"/> it has, <see cref="ILinkStore"/>,
    /// <see cref="IMaintenanceStore"/>, <see cref="IOverrideStore"/>, <see cref="ISwapStore"/>, <see cref="ITimeOffStore"/>, <see cref="IDutyStore"/>, <see cref="INotificationLogStore"/>, <see cref="IHeartbeatStore"/>, <see cref="ITestPageStore"/>, <see cref="ICalendarStore"/>, <see cref="FindPublicAddress"/>, <see cref="IAlarmRetries"/> and <see cref="IFallback"/>.
    /// One that takes presses from Slack adds <see cref="InteractionServices.AddInteractions"/>.
    /// </summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services) => services
        .AddStore()
        .AddNotifications()
        .AddPostmortems()
        .AddPaging()
        .AddIntake()
        .AddActions()
        .AddOverrides()
        .AddSchedules()
        .AddCalendars()
        .AddAbsences()
        .AddMaintenance()
        .AddHeartbeats()
        .AddDueWork()
        .AddSweep()
        .AddNotices()
        .AddShadow()
        .AddReconcile()
        .AddReading()
        .AddLinks()
        .AddLinkPages()
        .AddTestPages();

    /// <summary>Adds the configuration, as the use cases see it: with the overrides people have made.</summary>
    /// <param name="written">The configuration as its files have it.</param>
    public static IServiceCollection AddConfiguration(this IServiceCollection services, IOnCallConfigurationProvider written) =>
        services.AddSingleton<IOnCallConfigurationProvider>(s => new WithRuntimeOverrides(written, s.GetRequiredService<RuntimeOverrides>()));
}
