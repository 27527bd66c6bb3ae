using System.CommandLine;
using Incidents.Cli.Torture;

namespace Incidents.Cli.Commands;

/// <summary>`incidents torture`: simulated nights in which calls fail and processes die. Nothing leaves the process.</summary>
internal static class TortureCommand
{
    public static Command Create()
    {
        var seeds = new Option<int>("--seeds") { Description = "How many nights", DefaultValueFactory = _ => 200 };
        var seed = new Option<int?>("--seed") { Description = "Replay this one night and list its events" };
        var command = new Command("torture", "Simulate nights of random alarms, people and faults, and check that nothing is lost and nobody is paged twice") { seeds, seed };
        command.SetAction((parsed, cancellation) =>
        {
            if (parsed.GetValue(seed) is { } one)
            {
                var night = TorturedNight.Live(one);
                Console.WriteLine(night);
                return Task.FromResult(night.Broken.Count == 0 ? 0 : 1);
            }

            return Task.FromResult(Many(parsed.GetValue(seeds), cancellation) ? 0 : 1);
        });
        return command;
    }

    private static bool Many(int count, CancellationToken cancellation)
    {
        var nights = Enumerable.Range(1, count).TakeWhile(_ => !cancellation.IsCancellationRequested).Select(seed => TorturedNight.Live(seed)).ToList();
        foreach (var bad in nights.Where(n => n.Broken.Count > 0))
        {
            Console.WriteLine(bad);
        }

        foreach (var slow in nights.Where(n => n.Lingering.Count > 0))
        {
            Console.WriteLine($"seed {slow.Seed}: to be ended by hand: {string.Join("; ", slow.Lingering)}");
        }

        Console.WriteLine($"{nights.Count} nights, {nights.Sum(n => n.Faults)} faults, {nights.Sum(n => n.Incidents)} incidents, {nights.Sum(n => n.Pages)} pages: {nights.Count(n => n.Broken.Count > 0)} did not come right");
        return nights.TrueForAll(n => n.Broken.Count == 0);
    }
}
