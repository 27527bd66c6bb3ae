using NodaTime;

namespace Incidents.FaultInjection.Tests;

/// <summary>Every call of a use case, and everything that can happen to it.</summary>
internal static class CrashPoints
{
    private static readonly Duration Rest = Duration.FromMinutes(30);

    /// <summary>How many calls the use case makes when nothing happens to it.</summary>
    public static async Task<int> Count(UseCase useCase, Func<SimulatedEnvironment> environment)
    {
        var stage = new Stage(environment());
        var act = await useCase.Prepare(stage);
        var worker = stage.Environment.Start("worker");
        await act(worker, false);
        return worker.Process.Calls;
    }

    /// <summary>Lets one thing happen to one call, restarts, and looks at what is left half an hour later.</summary>
    /// <param name="again">Whether the caller asks again when it got no answer. A topic always does; a person may not.</param>
    /// <param name="rest">How long the environment then runs on; null for half an hour.</param>
    public static async Task<IReadOnlyList<string>> Run(UseCase useCase, int call, Fault fault, bool again, SimulatedEnvironment environment, Duration? rest = null)
    {
        var stage = new Stage(environment);
        var act = await useCase.Prepare(stage);
        var invariants = new Invariants(environment);
        var broken = await invariants.Check();
        var faults = environment.Faults;
        environment.Overtake = () => environment.Start("the other").Sweep();
        var worker = environment.Start("worker", (number, _) => number == call ? fault : Fault.None);
        var failed = false;
        try
        {
            await act(worker, false);
        }
        catch (Exception failure)
        {
            environment.Log($"failed: {failure.Message}");
            failed = true;
        }

        Assert.Equal(faults + (fault == Fault.None ? 0 : 1), environment.Faults);
        broken.AddRange(await invariants.Check());
        var next = environment.Start("next");
        if (again && (failed || worker.Process.IsDead))
        {
            await act(next, true);
        }

        await stage.Pass(rest ?? Rest, next);
        broken.AddRange(await invariants.CheckAtRest());
        broken.AddRange(invariants.Lingering);
        return [.. broken.Distinct()];
    }
}
