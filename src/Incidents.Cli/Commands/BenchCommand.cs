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
            await using (var house = await BenchHouse.Start(AlarmToPage.WarmUps + one + many, cancellation))
            {
                var bench = new AlarmToPage(house);
                await bench.WarmUp(cancellation);
                Console.WriteLine(await bench.OneByOne(one, cancellation));
                Console.WriteLine(await bench.AtOnce(many, cancellation));
                Console.WriteLine(Memory.Resident());
            }

            await using (var house = await BenchHouse.Start(Spread + many + 1, cancellation))
            {
                var steps = new Escalations(house);
                Console.WriteLine($"a tick with nothing due: {house.IdleTick.Calls} store calls, {house.IdleTick.ReadUnits} read units, {house.IdleTick.WriteUnits} write units");
                Console.WriteLine(await steps.Spread(Spread, cancellation));
                Console.WriteLine(await steps.AtOnce(many, cancellation));
                Console.WriteLine(await Storm.Row(house, service: Spread + many, many, cancellation));
            }

            if (parsed.GetValue(simulated) is var alarms and >= 10)
            {
                Console.WriteLine(await Memory.OverTime(alarms, cancellation));
            }

            return 0;
        });
        return command;
    }

    /// <summary>Steps that fall due one after the other.</summary>
    private const int Spread = 200;
}
