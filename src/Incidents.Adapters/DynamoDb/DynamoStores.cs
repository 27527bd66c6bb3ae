using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calendars;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Adapters.DynamoDb.Heartbeats;
using Incidents.Adapters.DynamoDb.Idempotency;
using Incidents.Adapters.DynamoDb.Links;
using Incidents.Adapters.DynamoDb.Maintenance;
using Incidents.Adapters.DynamoDb.Notices;
using Incidents.Adapters.DynamoDb.Overrides;
using Incidents.Adapters.DynamoDb.Reconcile;
using Incidents.Adapters.DynamoDb.Swaps;
using Incidents.Adapters.DynamoDb.TestPages;
using Incidents.Adapters.DynamoDb.TimeOff;
using Incidents.Application.Absences;
using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
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

namespace Incidents.Adapters.DynamoDb;

/// <summary>Everything that is kept, in one table.</summary>
public static class DynamoStores
{
    /// <summary>Adds every port that keeps something. Incidents stay as long as the configuration says, where the container has one.</summary>
    /// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
    public static IServiceCollection AddDynamoStores(
        this IServiceCollection services, IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) => services
        .AddSingleton<IIncidentStore>(s => new DynamoIncidentStore(client, table, clock, meter, RetentionInForce.Of(s.GetService<IOnCallConfigurationProvider>())))
        .AddSingleton<ILinkStore>(new DynamoLinkStore(client, table, clock, meter))
        .AddSingleton<IReconcileStore>(new DynamoReconcileStore(client, table, clock, meter))
        .AddSingleton<IMaintenanceStore>(new DynamoMaintenanceStore(client, table, clock, meter))
        .AddSingleton<IOverrideStore>(new DynamoOverrideStore(client, table, clock, meter))
        .AddSingleton<ISwapStore>(new DynamoSwapStore(client, table, clock, meter))
        .AddSingleton<ITimeOffStore>(new DynamoTimeOffStore(client, table, clock, meter))
        .AddSingleton<IDutyStore>(new DynamoDutyStore(client, table, clock, meter))
        .AddSingleton<INotificationLogStore>(new DynamoToldStore(client, table, clock, meter))
        .AddSingleton<IHeartbeatStore>(new DynamoHeartbeatStore(client, table, clock, meter))
        .AddSingleton<ITestPageStore>(new DynamoTestPageStore(client, table, clock, meter))
        .AddSingleton<IKeptAnswers>(new DynamoKeptAnswers(client, table, clock, meter))
        .AddSingleton<ICalendarStore>(new DynamoCalendarStore(client, table, clock, meter))
        .AddSingleton<IConfigurationStore>(new DynamoConfigurationStore(client, table, clock, meter));
}
