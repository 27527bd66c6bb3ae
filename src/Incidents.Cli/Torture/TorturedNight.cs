using Incidents.Application.Alarms;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Cli.Torture;

/// <summary>One simulated night: an hour in which alarms, people and faults come as the dice say, and an hour of rest in which all must come right.</summary>
internal sealed class TorturedNight
{
    private static readonly Duration Busy = Duration.FromHours(1);
    private static readonly Duration Rest = Duration.FromHours(1);
    private static readonly Duration Beat = Duration.FromSeconds(12);
    private static readonly Duration RedeliveredAfter = Duration.FromSeconds(60);

    private readonly double faultsPerCall;
    private readonly Random dice;
    private readonly World world = new();
    private readonly Invariants invariants;
    private readonly People people;
    private readonly Weather weather;
    private readonly Worker[] workers = new Worker[2];
    private readonly List<(Instant At, AlarmMessage Message, bool IsRetry)> coming = [];

    private TorturedNight(int seed, double faultsPerCall)
    {
        (this.faultsPerCall, dice) = (faultsPerCall, new Random(seed));
        invariants = new Invariants(world);
        people = new People(dice, world);
        weather = new Weather(dice, world);
        workers[0] = Born(0);
        workers[1] = Born(1);
    }

    /// <summary>Lives through the night of a seed.</summary>
    /// <param name="faultsPerCall">Share of calls that go wrong.</param>
    public static NightReport Live(int seed, double faultsPerCall = 0.05)
    {
        var night = new TorturedNight(seed, faultsPerCall);
        var broken = new List<string>();
        new Turns(night.dice).Run(async () => broken = await night.Live());
        return new NightReport(seed, broken, night.invariants.Lingering, night.world.Events, night.world.Faults, night.world.Far.Pages.Count, night.invariants.Incidents);
    }

    private async Task<List<string>> Live()
    {
        world.Pause = async () => await Task.Yield();
        var morning = world.Clock.Now + Busy;
        while (world.Clock.Now < morning)
        {
            world.Clock.Move(Duration.FromMilliseconds(dice.Next(1, 20_000)));
            BreakChannels();
            await Task.WhenAll(Work(weather.Next()));
            if (await invariants.Check() is { Count: > 0 } broken)
            {
                return broken;
            }
        }

        // What loses against another here is still in ALARM when all is quiet: it has to be somewhere then.
        world.Clock.Move(Beat);
        await Task.WhenAll(weather.Storm("storm").Select(message => Deliver(message, isRetry: false)));
        return await TakeRest();
    }

    /// <summary>No fault and no news any more; what is on its way still arrives.</summary>
    private async Task<List<string>> TakeRest()
    {
        world.Far.DownUntil.Clear();
        var calm = world.Start("calm");
        try
        {
            await BeCalm(calm);
        }
        catch (StoreUnavailableException failure)
        {
            return [$"I1 a message is not taken although nothing is wrong: {failure.Message}"];
        }

        return await invariants.CheckAtRest();
    }

    private async Task BeCalm(Worker calm)
    {
        for (var end = world.Clock.Now + Rest; world.Clock.Now < end;)
        {
            world.Clock.Move(Beat);
            foreach (var message in Arrived())
            {
                await calm.Retry(message.Message);
            }

            if (await calm.Sweep() is { Count: > 0 } failures)
            {
                throw new StoreUnavailableException($"sweep: {failures[0]}");
            }
        }
    }

    /// <summary>Now and then a way to all phones is down for some minutes, sometimes each of them.</summary>
    private void BreakChannels()
    {
        if (dice.Next(60) != 0)
        {
            return;
        }

        var until = world.Clock.Now + Duration.FromSeconds(dice.Next(60, 720));
        foreach (var kind in dice.Next(3) switch { 0 => [ChannelKind.Slack], 1 => [ChannelKind.Sms], _ => new[] { ChannelKind.Slack, ChannelKind.Sms } })
        {
            world.Far.DownUntil[kind] = until;
            world.Log($"{kind} is down until {until}");
        }
    }

    private List<Task> Work(IReadOnlyList<AlarmMessage> changes)
    {
        var work = new List<Task>();
        foreach (var change in changes)
        {
            coming.Add((world.Clock.Now + Duration.FromSeconds(dice.Next(4) == 0 ? dice.Next(90) : 0), change, false));
            if (dice.Next(5) == 0)
            {
                coming.Add((world.Clock.Now + Duration.FromSeconds(dice.Next(dice.Next(3) == 0 ? 120 : 1_200)), change, false));
            }
        }

        work.AddRange(Arrived().Select(next => Deliver(next.Message, next.IsRetry)));
        if (dice.Next(4) == 0)
        {
            work.Add(Try("person", worker => people.Act(worker)));
        }

        work.AddRange(Enumerable.Range(0, dice.Next(3)).Select(_ => Try("sweep", worker => worker.Sweep())));
        return work;
    }

    private List<(AlarmMessage Message, bool IsRetry)> Arrived()
    {
        while (world.Far.Queue.TryDequeue(out var kept))
        {
            coming.AddRange(AlarmMessages.Read(kept, world.Clock.Now).Select(m => (world.Clock.Now + RedeliveredAfter, m, true)));
        }

        var arrived = coming.Where(c => c.At <= world.Clock.Now).ToList();
        coming.RemoveAll(c => c.At <= world.Clock.Now);
        return [.. arrived.Select(c => (c.Message, c.IsRetry))];
    }

    private async Task Deliver(AlarmMessage message, bool isRetry)
    {
        world.Log($"delivered: {weather.Name(message)}{(isRetry ? " (again)" : "")}");
        if (!await Try("delivery", worker => isRetry ? worker.Retry(message) : worker.Receive(message)))
        {
            coming.Add((world.Clock.Now + RedeliveredAfter, message, true));
        }
    }

    /// <returns>Whether whoever asked for it got an answer.</returns>
    private async Task<bool> Try(string what, Func<Worker, Task> work)
    {
        var index = dice.Next(workers.Length);
        var worker = workers[index];
        var survived = true;
        try
        {
            await work(worker);
        }
        catch (Exception failure) when (failure is ProcessDiedException or StoreUnavailableException or Application.Intake.FailOpen.NotKeptException)
        {
            world.Log($"{what} failed: {failure.Message}");
            survived = false;
        }

        if (worker.Life.IsDead && workers[index] == worker)
        {
            workers[index] = Born(index);
        }

        return survived && !worker.Life.IsDead;
    }

    private Worker Born(int index) => world.Start($"worker {index + 1}", (_, _) => dice.NextDouble() < faultsPerCall ? Faults[dice.Next(Faults.Length)] : Fault.None);

    private static readonly Fault[] Faults = [Fault.DieBefore, Fault.DieAfter, Fault.AnswerLost, Fault.Refused, Fault.Delayed];
}

/// <summary>What came of a night.</summary>
/// <param name="Broken">Invariants that did not hold; empty when all did.</param>
/// <param name="Lingering">What somebody has to end by hand: open longer than it need be, nothing lost.</param>
internal sealed record NightReport(int Seed, IReadOnlyList<string> Broken, IReadOnlyList<string> Lingering, IReadOnlyList<string> Events, int Faults, int Pages, int Incidents)
{
    /// <inheritdoc />
    public override string ToString() => string.Join('\n', [$"seed {Seed}: {string.Join("; ", Broken.Concat(Lingering))}", .. Events.Select(e => $"    {e}")]);
}
