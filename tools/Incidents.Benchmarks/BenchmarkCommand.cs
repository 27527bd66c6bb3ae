using System.CommandLine;

namespace Incidents.Benchmarks;

/// <summary>`./incidents bench`: latency, store calls and memory, measured on this machine.</summary>
internal static class BenchmarkCommand
{
    public static RootCommand Create()
    {
        var single = new Option<int>("--alarms") { Description = "Alarms sent one after the other", DefaultValueFactory = _ => 500 };
        var burst = new Option<int>("--burst") { Description = "Alarms sent at once", DefaultValueFactory = _ => 1_000 };
        var command = new RootCommand("Measure from an alarm accepted to its page received, over loopback and the embedded store") { single, burst };
        var schedules = new Option<bool>("--schedules") { Description = "Measure the schedule engine and `check` alone" };
        command.Options.Add(schedules);
        var simulated = new Option<int>("--simulated") { Description = "Alarms on a virtual clock, to see that memory stays flat; 0 leaves it out", DefaultValueFactory = _ => 100_000 };
        command.Options.Add(simulated);
        command.SetAction(async (parsed, cancellation) =>
        {
            foreach (var row in ScheduleSpeed.Rows())
            {
                Console.WriteLine(row);
            }

            Console.WriteLine(CheckSpeed.Row());
            if (parsed.GetValue(schedules))
            {
                return 0;
            }

            var (one, many) = (parsed.GetValue(single), parsed.GetValue(burst));
            await using (var host = await BenchmarkHost.Start(AlarmToPage.WarmUps + one + many, cancellation))
            {
                var bench = new AlarmToPage(host);
                await bench.WarmUp(cancellation);
                Console.WriteLine(await bench.OneByOne(one, cancellation));
                Console.WriteLine(await bench.AtOnce(many, cancellation));
                Console.WriteLine(MemoryUse.Resident());
            }

            await using (var host = await BenchmarkHost.Start(Spread + many + 1, cancellation))
            {
                var steps = new EscalationDelay(host);
                Console.WriteLine($"a tick with nothing due: {host.IdleTick.Calls} store calls, {host.IdleTick.ReadUnits} read units, {host.IdleTick.WriteUnits} write units");
                Console.WriteLine(await steps.Spread(Spread, cancellation));
                Console.WriteLine(await steps.AtOnce(many, cancellation));
                Console.WriteLine(await AlarmStorm.Row(host, service: Spread + many, many, cancellation));
            }

            if (parsed.GetValue(simulated) is var alarms and >= 10)
            {
                Console.WriteLine(await MemoryUse.OverTime(alarms, cancellation));
            }

            return 0;
        });
        return command;
    }

    /// <summary>Steps that fall due one after the other.</summary>
    private const int Spread = 200;
}
