using Incidents.Application;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Links;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Sweep;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Cli.Torture;

/// <summary>A process: the real use cases over ports that are watched.</summary>
internal sealed class Worker
{
    private readonly ServiceProvider services;

    public Worker(World world, Stores stores, Life life)
    {
        Life = life;
        var far = world.Far;
        var collection = new ServiceCollection()
            .AddSingleton<TimeProvider>(world.Clock)
            .AddSingleton<IConfigurationSource, Configured>()
            .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(new Uri("https://incidents.example.com")))
            .AddSingleton(RunbookLibrary.Empty)
            .AddSingleton(AlarmSources.Any)
            .AddSingleton(Watched.Port<ITeamChannel>(far, life, world.Clock))
            .AddSingleton(Watched.Port<IFallback>(far, life, world.Clock))
            .AddSingleton(Watched.Port<IAlarmRetries>(far, life, world.Clock))
            .AddSingleton<ISlackWebhook>(far)
            .AddIncidents()
            .AddSingleton(Watched.Port<IPageChannel>(new Phones(ChannelKind.Slack, far), life, world.Clock))
            .AddSingleton(Watched.Port<IPageChannel>(new Phones(ChannelKind.Sms, far), life, world.Clock));
        services = stores.AddTo(collection, life, world.Clock).BuildServiceProvider();
    }

    public Life Life { get; }

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>As the topic delivers it.</summary>
    public Task Receive(AlarmMessage message) => Get<ReceiveFailOpen>().HandleAll([message], CancellationToken.None);

    /// <summary>As the queue of failed messages delivers it.</summary>
    public Task Retry(AlarmMessage message) => Get<ReceiveFailOpen>().TryAgain([message], isLast: false, CancellationToken.None);

    /// <summary>One pass of the tick.</summary>
    public async Task<IReadOnlyList<string>> Sweep()
    {
        var swept = await Get<SweepIncidents>().Run(Instant.MaxValue, CancellationToken.None);
        return [.. swept.Failures, .. await Get<CheckHeartbeats>().Run(CancellationToken.None)];
    }

    private sealed class Configured : IConfigurationSource
    {
        public ConfigurationResult.Invalid? Problem => null;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => ValueTask.FromResult(World.Settings);
    }
}
