using Incidents.Application.Absences;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Heartbeats;
using Incidents.Application.Idempotency;
using Incidents.Application.Links;
using Incidents.Application.Maintenance;
using Incidents.Application.Overrides;
using Incidents.Application.Reconcile;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Everything that is kept, gone with the process.</summary>
public static class InMemoryStores
{
    /// <summary>Adds every port that keeps something.</summary>
    public static IServiceCollection AddInMemoryStores(this IServiceCollection services) => services
        .AddSingleton<IIncidentStore, InMemoryIncidentStore>()
        .AddSingleton<ILinkStore, InMemoryLinkStore>()
        .AddSingleton<IReconcileStore>(s => new InMemoryReconcileStore(s.GetRequiredService<IIncidentStore>() as InMemoryIncidentStore ?? new InMemoryIncidentStore()))
        .AddSingleton<IMaintenanceStore, InMemoryMaintenanceStore>()
        .AddSingleton<IOverrideStore, InMemoryOverrideStore>()
        .AddSingleton<ISwapStore, InMemorySwapStore>()
        .AddSingleton<ITimeOffStore, InMemoryTimeOffStore>()
        .AddSingleton<IDutyStore, InMemoryDutyStore>()
        .AddSingleton<INotificationLogStore, InMemoryNotificationLogStore>()
        .AddSingleton<IHeartbeatStore, InMemoryHeartbeatStore>()
        .AddSingleton<ITestPageStore, InMemoryTestPageStore>()
        .AddSingleton<IKeptAnswers, InMemoryKeptAnswers>()
        .AddSingleton<ICalendarStore, InMemoryCalendarStore>()
        .AddSingleton<IConfigurationStore, InMemoryConfigurationStore>();
}
