using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.CommandLine.Signing;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application;
using Incidents.Application.Alarms;
using Incidents.Application.Alarms.Sns;
using Incidents.Application.Configuration;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Functions;
using Incidents.Functions.Deliveries;
using Incidents.Functions.Telemetry;
using Incidents.Web;
using Incidents.Web.Settings;
using Incidents.Web.Sns;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Cli.Up;

/// <summary>Fills the container of `incidents up`: the same use cases and functions as in AWS, on what this machine has.</summary>
internal static class LocalServices
{
    public const string Table = "incidents";

    public static IServiceCollection AddLocal(
        this IServiceCollection services, UpSettings settings, DynoxideServer store, DirectoryConfigurationProvider files, RunbookLibrary runbooks)
    {
        var table = DynamoDbClients.ForLocal(store.Endpoint);
        var clock = new SteadyClock(TimeProvider.System);
        var configuration = new StoredConfiguration(new DynamoConfigurationStore(table, Table, clock), files, clock, Console.Error.WriteLine);
        return services.AddLocalHost(settings, configuration, runbooks, clock)
            .AddDynamoStores(table, Table, clock)
            .AddSingleton(new InvocationTelemetry(OtlpSpans.NewTrace, () => { }, configuration.Begin));
    }

    private static IServiceCollection AddLocalHost(this IServiceCollection services, UpSettings settings, IOnCallConfigurationProvider configuration, RunbookLibrary runbooks, SteadyClock clock) => services
        .AddSingleton(clock)
        .AddSingleton<TimeProvider>(clock)
        .AddConfiguration(configuration)
        .AddSingleton(runbooks)
        .AddSingleton(settings.Data)
        .AddSingleton(AlarmAllowList.Any with { Synthetic = new SyntheticAlarm(SampleAlarm.SyntheticArn) })
        .AddIncidents()
        .AddInteractions()
        .AddLocalSlack(settings, clock)
        .AddLocalChannels(configuration, clock)
        .AddSingleton<IFallback>(new LocalFallback(settings.Data.File("fallback.log"), Console.Error, TimeProvider.System))
        .AddSingleton(new LocalRetries(settings.Data.File("retry"), TimeProvider.System))
        .AddSingleton<IAlarmRetries>(s => s.GetRequiredService<LocalRetries>())
        .AddSingleton(SnsGate(settings.Data))
        .AddSingleton<ReceiveAlarmFunction>()
        .AddSingleton<RetryAlarmFunction>()
        .AddSingleton<DeliverNotification>(s => message => s.GetRequiredService<ReceiveAlarmFunction>().Deliver(message, s.GetRequiredService<TextReplyDelivery>(), s.GetRequiredService<InvocationTelemetry>()))
        .AddSingleton<HandleSlackInteractionFunction>()
        .AddSingleton<OpenPageLinkFunction>()
        .AddSingleton<WrongTokens>()
        .AddSingleton<TickFunction>()
        .AddHostedService<TickEveryMinute>()
        .AddHostedService<RefusalReporter>()
        .AddHostedService<SweepEverySecond>()
        .AddIncidentsWeb(new WebSettings
        {
            ApiToken = settings.Data.EnsureToken(),
            PublicUrl = RealSlack.PublicAddress(Environment.GetEnvironmentVariable),
            KeysDirectory = settings.Data.File("keys"),
            WhoActs = _ => new Actor("console", "you", Via.Console),
        });

    /// <summary>Takes what AWS signs, and what `incidents alarm` signs with the key of the data directory.</summary>
    private static SnsMessageVerifier SnsGate(DataDirectory data)
    {
        var key = DevelopmentSigningKey.LoadOrCreate(data.Path, LocalTopic.Arn, TimeProvider.System.Now());
        return new SnsMessageVerifier(key.TrustedBefore(new HttpSigningCertificates()), LocalTopics.Of(Environment.GetEnvironmentVariable).All);
    }
}
