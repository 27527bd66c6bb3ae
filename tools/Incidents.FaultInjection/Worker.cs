using Incidents.Application;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.DueWork;
using Incidents.Application.Heartbeats;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Sweep;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>The real use cases of one process over fault-injecting ports.</summary>
internal sealed class Worker
{
    private readonly ServiceProvider services;

    public Worker(SimulatedEnvironment environment, Stores stores, SimulatedProcess process)
    {
        Process = process;
        services = Services(environment, stores, process).BuildServiceProvider();
    }

    /// <summary>Every use case that a simulated process runs.</summary>
    internal static IServiceCollection Services(SimulatedEnvironment environment, Stores stores, SimulatedProcess process)
    {
        var endpoints = environment.Endpoints;
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(environment.Clock)
            .AddSingleton<IOnCallConfigurationProvider, Configured>()
            .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(new Uri("https://incidents.example.com")))
            .AddSingleton(RunbookLibrary.Empty)
            .AddSingleton(AlarmAllowList.Any)
            .AddSingleton(FaultInjectingProxy.Wrap<IFallback>(endpoints, process, environment.Clock))
            .AddSingleton(FaultInjectingProxy.Wrap<IAlarmRetries>(endpoints, process, environment.Clock))
            .AddIncidents()
            .AddSingleton(FaultInjectingProxy.Wrap<INotificationChannel>(new FakeChannel(ChannelKind.Slack, endpoints), process, environment.Clock))
            .AddSingleton(FaultInjectingProxy.Wrap<INotificationChannel>(new FakeChannel(ChannelKind.Sms, endpoints), process, environment.Clock));
        return stores.AddTo(services, process, environment.Clock);
    }

    public SimulatedProcess Process { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>As the topic delivers it.</summary>
    public Task Receive(AlarmMessage message) => Get<ReceiveFailOpen>().HandleAll([message], CancellationToken.None);

    /// <summary>As the queue of failed messages delivers it.</summary>
    public Task Retry(AlarmMessage message) => Get<ReceiveFailOpen>().TryAgain([message], isLast: false, CancellationToken.None);

    /// <summary>One pass of the tick.</summary>
    public async Task<IReadOnlyList<string>> Sweep()
    {
        var swept = await Get<DueIncidentProcessor>().Run(Instant.MaxValue, CancellationToken.None);
        return [.. swept.Failures, .. await Get<CheckHeartbeats>().Run(CancellationToken.None)];
    }

    private sealed class Configured : IOnCallConfigurationProvider
    {
        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(SimulatedEnvironment.Settings);
    }
}
