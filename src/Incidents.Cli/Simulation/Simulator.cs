using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application;
using Incidents.Application.Actions;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.DueWork;
using Incidents.Application.Intake;
using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Cli.Simulation;

/// <summary>
/// The real use cases on a virtual clock, a store in memory, and channels that only write down. Time jumps to what is next: an alarm,
/// something due, or an acknowledgement. Nothing in it can reach anything outside the process.
/// </summary>
internal sealed class Simulator : IDisposable
{
    private readonly VirtualClock clock;
    private readonly InMemoryIncidentStore store = new();
    private readonly ServiceProvider services;
    private readonly Duration? acknowledgeAfter;
    private readonly PriorityQueue<SimulatedPage, Instant> answers = new();
    private readonly HashSet<IncidentNumber> answering = [];
    private readonly ReceiveAlarm receive;
    private readonly DueIncidentProcessor sweep;
    private readonly SimulatedActs acts;
    private Instant forgetAt;
    private Instant nextSweep;

    /// <param name="start">No later than the first alarm.</param>
    /// <param name="acknowledgeAfter">How long the first person paged takes to acknowledge; null lets everything ring until it recovers.</param>
    /// <param name="paged">Called with every page as it would have been sent.</param>
    /// <param name="told">Called with every message to a person, pages and what mentions them in the team's channel.</param>
    public Simulator(OnCallConfiguration configuration, Instant start, Duration? acknowledgeAfter, Action<SimulatedPage> paged, Action<SimulatedMessage>? told = null)
    {
        told ??= _ => { };
        (clock, this.acknowledgeAfter, forgetAt) = (new VirtualClock(start), acknowledgeAfter, start + ForgetEvery);
        services = Services(configuration, clock, store, page => Heard(page, paged), told).BuildServiceProvider();
        (receive, sweep) = (services.GetRequiredService<ReceiveAlarm>(), services.GetRequiredService<DueIncidentProcessor>());
        acts = new SimulatedActs(services, configuration);
    }

    /// <summary>Every use case that a simulated night runs, on ports that reach nothing.</summary>
    internal static IServiceCollection Services(OnCallConfiguration configuration, VirtualClock clock, IIncidentStore store, Action<SimulatedPage> page, Action<SimulatedMessage> told)
    {
        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(clock)
            .AddInMemoryStores()
            .AddSingleton<IIncidentStore>(store)
            .AddSingleton<IOnCallConfigurationProvider>(new FixedConfiguration(configuration))
            .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(null))
            .AddSingleton(RunbookLibrary.Empty)
            .AddSingleton(AlarmAllowList.Any)
            .AddSingleton<IFallback, SilentFallback>()
            .AddSingleton<IAlarmRetries, NoRetries>()
            .AddIncidents();
        foreach (var kind in ChannelKind.All)
        {
            services.AddSingleton<INotificationChannel>(new SimulatedChannel(kind, page, told, clock));
        }

        return services;
    }

    /// <summary>What the sweep could not do; empty unless something is broken.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>Lets one alarm arrive at its time, after all that falls due before it.</summary>
    public async Task<AlarmOutcome> Arrive(HistoricAlarm alarm, CancellationToken cancellation)
    {
        await PassTo(alarm.At, cancellation);
        var handled = receive.Handle(alarm.Message, cancellation);
        await clock.Finish(handled);
        return await handled;
    }

    /// <summary>Lets a person do something at its time, after all that falls due before it.</summary>
    /// <returns>Why it was not done; null when it was.</returns>
    public async Task<string?> Act(HistoricAct act, CancellationToken cancellation)
    {
        await PassTo(act.At, cancellation);
        var done = acts.Do(act, cancellation);
        await clock.Finish(done);
        return await done;
    }

    /// <summary>Lets time pass, and whatever falls due happen.</summary>
    public async Task PassTo(Instant until, CancellationToken cancellation)
    {
        while (await Next(cancellation) is { } next && next <= until)
        {
            cancellation.ThrowIfCancellationRequested();
            clock.MoveTo(next);
            await (answers.TryPeek(out _, out var at) && at <= next ? Answer(cancellation) : Sweep(cancellation));
        }

        clock.MoveTo(until);
        if (until > forgetAt)
        {
            store.Forget(until - RemembersFor);
            forgetAt = until + ForgetEvery;
        }
    }

    public void Dispose() => services.Dispose();

    private async Task<Instant?> Next(CancellationToken cancellation)
    {
        // What could not be done, or falls due at once, is left for the next sweep, as it would be anywhere.
        var due = await sweep.NextDue(Instant.MaxValue, cancellation) is { } at ? Instant.Max(at, nextSweep) : (Instant?)null;
        return answers.TryPeek(out _, out var answer) && (due is null || answer < due) ? answer : due;
    }

    private async Task Sweep(CancellationToken cancellation)
    {
        nextSweep = clock.Now() + SweepEvery;
        var swept = sweep.Run(Instant.MaxValue, cancellation);
        await clock.Finish(swept);
        Failures.AddRange((await swept).Failures);
    }

    private Task Answer(CancellationToken cancellation)
    {
        var page = answers.Dequeue();
        answering.Remove(page.Incident);
        var by = new Actor(page.Person.Value, page.Name, Via.CommandLine);
        return clock.Finish(services.GetRequiredService<AcknowledgeIncident>().Handle(page.Incident, by, cancellation));
    }

    private void Heard(SimulatedPage page, Action<SimulatedPage> paged)
    {
        paged(page);
        if (acknowledgeAfter is { } after && page.Person != PagePlanner.Nobody && answering.Add(page.Incident))
        {
            answers.Enqueue(page, page.At + after);
        }
    }

    /// <summary>As on one machine.</summary>
    private static readonly Duration SweepEvery = Duration.FromSeconds(1);
    private static readonly Duration ForgetEvery = Duration.FromDays(1);

    /// <summary>Longer than an alarm can bring its incident back.</summary>
    private static readonly Duration RemembersFor = Duration.FromDays(8);
}
