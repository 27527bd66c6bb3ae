using System.CommandLine;
using Incidents.Cli.Bench;

namespace Incidents.Cli.Commands;

/// <summary>`incidents bench`: how fast and how dear, measured on this machine.</summary>
internal static class BenchCommand
{
    public static Command Create()
    {
        var single = new Option<int>("--alarms") { Description = "Alarms sent one after the other", DefaultValueFactory = _ => 500 };
        var burst = new Option<int>("--burst") { Description = "Alarms sent at once", DefaultValueFactory = _ => 1_000 };
        var command = new Command("bench", "Measure from an alarm accepted to its page received, over loopback and the embedded store") { single, burst };
        var schedules = new Option<bool>("--schedules") { Description = "Measure the schedule engine alone" };
        command.Options.Add(schedules);
        command.SetAction(async (parsed, cancellation) =>
        {
            foreach (var row in ScheduleSpeed.Rows())
            {
                Console.WriteLine(row);
            }

            if (parsed.GetValue(schedules))
            {
                return 0;
            }

            await using var bench = await AlarmToPage.Start(parsed.GetValue(single) + parsed.GetValue(burst) + AlarmToPage.WarmUps, cancellation);
            await bench.WarmUp(cancellation);
            Console.WriteLine(await bench.OneByOne(parsed.GetValue(single), cancellation));
            Console.WriteLine(await bench.AtOnce(parsed.GetValue(burst), cancellation));
            Console.WriteLine(AlarmToPage.Memory());
            return 0;
        });
        return command;
    }
}
