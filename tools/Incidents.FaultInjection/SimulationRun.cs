using Incidents.Application.Alarms;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>Simulates one night of a seed: an hour of random alarms, acts of responders and faults, then an hour without faults, after which every invariant must hold.</summary>
internal sealed class SimulationRun
{
    private static readonly Duration Busy = Duration.FromHours(1);
    private static readonly Duration Rest = Duration.FromHours(1);
    private static readonly Duration Beat = Duration.FromSeconds(12);
    private static readonly Duration RedeliveredAfter = Duration.FromSeconds(60);

    private readonly double faultsPerCall;
    private readonly Random random;
    private readonly SimulatedEnvironment environment = new();
    private readonly Invariants invariants;
    private readonly ResponderActions responders;
    private readonly AlarmGenerator alarms;
    private readonly Worker[] workers = new Worker[2];
    private readonly List<(Instant At, AlarmMessage Message, bool IsRetry)> coming = [];

    private SimulationRun(int seed, double faultsPerCall)
    {
        (this.faultsPerCall, random) = (faultsPerCall, new Random(seed));
        invariants = new Invariants(environment);
        responders = new ResponderActions(random, environment);
        alarms = new AlarmGenerator(random, environment);
        workers[0] = Born(0);
        workers[1] = Born(1);
    }

    /// <summary>Runs the night of a seed; the same seed gives the same events.</summary>
    /// <param name="faultsPerCall">Share of calls that go wrong.</param>
    public static RunReport Execute(int seed, double faultsPerCall = 0.05)
    {
        var run = new SimulationRun(seed, faultsPerCall);
        var broken = new List<string>();
        new RandomizedScheduler(run.random).Run(async () => broken = await run.Execute());
        return new RunReport(seed, broken, run.invariants.Lingering, run.environment.Events, run.environment.Faults, run.environment.Endpoints.Pages.Count, run.invariants.Incidents);
    }

    private async Task<List<string>> Execute()
    {
        environment.Pause = async () => await Task.Yield();
        var end = environment.Clock.Now + Busy;
        while (environment.Clock.Now < end)
        {
            environment.Clock.Move(Duration.FromMilliseconds(random.Next(1, 20_000)));
            BreakChannels();
            await Task.WhenAll(Work(alarms.Next()));
            if (await invariants.Check() is { Count: > 0 } broken)
            {
                return broken;
            }
        }

        // What loses against another here is still in ALARM when all is quiet: it has to be somewhere then.
        environment.Clock.Move(Beat);
        await Task.WhenAll(alarms.Storm("storm").Select(message => Deliver(message, isRetry: false)));
        return await CheckWithoutFaults();
    }

    /// <summary>No fault and no news any more; what is on its way still arrives.</summary>
    private async Task<List<string>> CheckWithoutFaults()
    {
        environment.Endpoints.DownUntil.Clear();
        var worker = environment.Start("calm");
        try
        {
            await RunWithoutFaults(worker);
        }
        catch (StoreUnavailableException failure)
        {
            return [$"I1 a message is not taken although nothing is wrong: {failure.Message}"];
        }

        return await invariants.CheckAtRest();
    }

    private async Task RunWithoutFaults(Worker worker)
    {
        for (var end = environment.Clock.Now + Rest; environment.Clock.Now < end;)
        {
            environment.Clock.Move(Beat);
            foreach (var message in Arrived())
            {
                await worker.Retry(message.Message);
            }

            if (await worker.Sweep() is { Count: > 0 } failures)
            {
                throw new StoreUnavailableException($"sweep: {failures[0]}");
            }
        }
    }

    /// <summary>Now and then a way to all phones is down for some minutes, sometimes each of them.</summary>
    private void BreakChannels()
    {
        if (random.Next(60) != 0)
        {
            return;
        }

        var until = environment.Clock.Now + Duration.FromSeconds(random.Next(60, 720));
        foreach (var kind in random.Next(3) switch { 0 => [ChannelKind.Slack], 1 => [ChannelKind.Sms], _ => new[] { ChannelKind.Slack, ChannelKind.Sms } })
        {
            environment.Endpoints.DownUntil[kind] = until;
            environment.Log($"{kind} is down until {until}");
        }
    }

    private List<Task> Work(IReadOnlyList<AlarmMessage> changes)
    {
        var work = new List<Task>();
        foreach (var change in changes)
        {
            coming.Add((environment.Clock.Now + Duration.FromSeconds(random.Next(4) == 0 ? random.Next(90) : 0), change, false));
            if (random.Next(5) == 0)
            {
                coming.Add((environment.Clock.Now + Duration.FromSeconds(random.Next(random.Next(3) == 0 ? 120 : 1_200)), change, false));
            }
        }

        work.AddRange(Arrived().Select(next => Deliver(next.Message, next.IsRetry)));
        if (random.Next(4) == 0)
        {
            work.Add(Try("person", worker => responders.Act(worker)));
        }

        work.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => Try("sweep", worker => worker.Sweep())));
        return work;
    }

    private List<(AlarmMessage Message, bool IsRetry)> Arrived()
    {
        while (environment.Endpoints.Queue.TryDequeue(out var kept))
        {
            coming.AddRange(AlarmMessages.Read(kept, environment.Clock.Now).Select(m => (environment.Clock.Now + RedeliveredAfter, m, true)));
        }

        var arrived = coming.Where(c => c.At <= environment.Clock.Now).ToList();
        coming.RemoveAll(c => c.At <= environment.Clock.Now);
        return [.. arrived.Select(c => (c.Message, c.IsRetry))];
    }

    private async Task Deliver(AlarmMessage message, bool isRetry)
    {
        environment.Log($"delivered: {alarms.Name(message)}{(isRetry ? " (again)" : "")}");
        if (!await Try("delivery", worker => isRetry ? worker.Retry(message) : worker.Receive(message)))
        {
            coming.Add((environment.Clock.Now + RedeliveredAfter, message, true));
        }
    }

    /// <returns>False when the work threw or its process died.</returns>
    private async Task<bool> Try(string what, Func<Worker, Task> work)
    {
        var index = random.Next(workers.Length);
        var worker = workers[index];
        var survived = true;
        try
        {
            await work(worker);
        }
        catch (Exception failure) when (failure is ProcessDiedException or StoreUnavailableException or Application.Intake.FailOpen.NotKeptException)
        {
            environment.Log($"{what} failed: {failure.Message}");
            survived = false;
        }

        if (worker.Process.IsDead && workers[index] == worker)
        {
            workers[index] = Born(index);
        }

        return survived && !worker.Process.IsDead;
    }

    private Worker Born(int index) => environment.Start($"worker {index + 1}", (_, _) => random.NextDouble() < faultsPerCall ? Faults[random.Next(Faults.Length)] : Fault.None);

    private static readonly Fault[] Faults = [Fault.DieBefore, Fault.DieAfter, Fault.AnswerLost, Fault.Refused, Fault.Delayed];
}

/// <summary>The result of one run.</summary>
/// <param name="Broken">Invariants that did not hold; empty when all did.</param>
/// <param name="Lingering">What a person has to end: open longer than it need be, nothing lost.</param>
internal sealed record RunReport(int Seed, IReadOnlyList<string> Broken, IReadOnlyList<string> Lingering, IReadOnlyList<string> Events, int Faults, int Pages, int Incidents)
{
    /// <inheritdoc />
    public override string ToString() => string.Join('\n', [$"seed {Seed}: {string.Join("; ", Broken.Concat(Lingering))}", .. Events.Select(e => $"    {e}")]);
}
