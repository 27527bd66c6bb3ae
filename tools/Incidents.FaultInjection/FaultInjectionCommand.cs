using System.CommandLine;

namespace Incidents.FaultInjection;

/// <summary>`./incidents torture`: simulated nights in which calls fail and processes die. Nothing leaves the process.</summary>
internal static class FaultInjectionCommand
{
    public static RootCommand Create()
    {
        var seeds = new Option<int>("--seeds") { Description = "How many nights", DefaultValueFactory = _ => 200 };
        var seed = new Option<int?>("--seed") { Description = "Replay this one night and list its events" };
        var command = new RootCommand("Simulate nights of random alarms, people and faults, and check that nothing is lost and nobody is paged twice") { seeds, seed };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(seed) is { } one)
            {
                var run = SimulationRun.Execute(one);
                Console.WriteLine(run);
                return Task.FromResult(run.Broken.Count == 0 ? 0 : 1);
            }

            return Task.FromResult(Many(parsed.GetValue(seeds), cancellation) ? 0 : 1);
        });
        return command;
    }

    private static bool Many(int count, CancellationToken cancellation)
    {
        var runs = Enumerable.Range(1, count).TakeWhile(_ => !cancellation.IsCancellationRequested).Select(seed => SimulationRun.Execute(seed)).ToList();
        foreach (var bad in runs.Where(n => n.Broken.Count > 0))
        {
            Console.WriteLine(bad);
        }

        foreach (var slow in runs.Where(n => n.Lingering.Count > 0))
        {
            Console.WriteLine($"seed {slow.Seed}: to be ended by hand: {string.Join("; ", slow.Lingering)}");
        }

        Console.WriteLine($"{runs.Count} nights, {runs.Sum(n => n.Faults)} faults, {runs.Sum(n => n.Incidents)} incidents, {runs.Sum(n => n.Pages)} pages: {runs.Count(n => n.Broken.Count > 0)} did not come right");
        return runs.TrueForAll(n => n.Broken.Count == 0);
    }
}
