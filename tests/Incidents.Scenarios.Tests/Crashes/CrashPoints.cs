using Incidents.Cli.Torture;
using NodaTime;

namespace Incidents.Scenarios.Tests.Crashes;

/// <summary>Every call of a use case, and everything that can happen to it.</summary>
internal static class CrashPoints
{
    private static readonly Duration Rest = Duration.FromMinutes(30);

    /// <summary>How many calls the use case makes when nothing happens to it.</summary>
    public static async Task<int> Count(UseCase useCase, Func<World> world)
    {
        var stage = new Stage(world());
        var act = await useCase.Prepare(stage);
        var worker = stage.World.Start("worker");
        await act(worker, false);
        return worker.Life.Calls;
    }

    /// <summary>Lets one thing happen to one call, restarts, and looks at what is left half an hour later.</summary>
    /// <param name="again">Whether whoever got no answer asks again. A topic always does; a person may not.</param>
    /// <param name="rest">How long the world then runs on; null for half an hour.</param>
    public static async Task<IReadOnlyList<string>> Run(UseCase useCase, int call, Fault fault, bool again, World world, Duration? rest = null)
    {
        var stage = new Stage(world);
        var act = await useCase.Prepare(stage);
        var invariants = new Invariants(world);
        var broken = await invariants.Check();
        var faults = world.Faults;
        world.Overtake = () => world.Start("the other").Sweep();
        var worker = world.Start("worker", (number, _) => number == call ? fault : Fault.None);
        var failed = false;
        try
        {
            await act(worker, false);
        }
        catch (Exception failure)
        {
            world.Log($"failed: {failure.Message}");
            failed = true;
        }

        Assert.Equal(faults + (fault == Fault.None ? 0 : 1), world.Faults);
        broken.AddRange(await invariants.Check());
        var next = world.Start("next");
        if (again && (failed || worker.Life.IsDead))
        {
            await act(next, true);
        }

        await stage.Pass(rest ?? Rest, next);
        broken.AddRange(await invariants.CheckAtRest());
        broken.AddRange(invariants.Lingering);
        return [.. broken.Distinct()];
    }
}
