using System.CommandLine;
using Incidents.Application.Time;
using Incidents.Cli.OnCall;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents schedule quality|gaps|conflicts|fairness`: what the schedules of a configuration are worth, before or after they are in force.</summary>
internal static class ScheduleCommand
{
    private const int DaysOfQuality = 52 * 7;

    public static Command Create() => new("schedule", "Coverage and fairness of the schedules in a configuration") { Quality(), Gaps(), ConflictsCommand.Create(), FairnessCommand.Create() };

    private static Command Quality() => ForEach(new Command("quality", "How completely and evenly the 52 weeks from next Monday (UTC) are covered"), DaysOfQuality, (schedule, today, length) =>
    {
        var monday = today.With(DateAdjusters.Next(IsoDayOfWeek.Monday)).AtMidnight().InUtc().ToInstant();
        var quality = schedule.Calendar.Quality(monday, monday + length);
        var overloaded = quality.Overloaded.Count == 0 ? "nobody overloaded" : string.Join(", ", quality.Overloaded.Select(one => $"{one.Person} {one.ExcessPercent}% above the average"));
        Console.WriteLine($"{schedule.Definition.Id,-24} score {quality.TotalScore}  coverage {quality.CoveragePercent}%  balance {quality.BalancePercent}%  {overloaded}");
    });

    private static Command Gaps() => ForEach(new Command("gaps", "Times in the next days when nobody is on call"), 30, (schedule, today, length) =>
    {
        var now = TimeProvider.System.Now();
        var gaps = schedule.Calendar.Gaps(now, now + length);
        Console.WriteLine($"{schedule.Definition.Id,-24} {(gaps.Count == 0 ? "no gap" : gaps.Count == 1 ? "1 gap" : $"{gaps.Count} gaps")} in {length.Days} days{(schedule.GapsAreIntended ? " (intended)" : "")}");
        foreach (var gap in gaps)
        {
            Console.WriteLine($"  {InstantPattern.General.Format(gap.From)} to {InstantPattern.General.Format(gap.To)}");
        }
    });

    private static Command ForEach(Command command, int usual, Action<Incidents.Domain.OnCall.OnCallSchedule, LocalDate, Duration> show)
    {
        var schedule = new Argument<string?>("schedule") { Description = "Id of one schedule; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var days = new Option<int>("--days") { Description = "How far to look", DefaultValueFactory = _ => usual };
        var config = Options.Config();
        command.Arguments.Add(schedule);
        command.Options.Add(days);
        command.Options.Add(config);
        command.SetAction(parsed =>
        {
            var length = Duration.FromDays(parsed.GetValue(days));
            if (length <= Duration.Zero || length > ScheduleRules.LongestWindow)
            {
                return Complaint.Usage($"--days is 1 to {ScheduleRules.LongestWindow.Days}");
            }

            if (LoadedConfiguration.Read(parsed.GetValue(config)!) is not { } settings || LoadedConfiguration.Schedules(settings, parsed.GetValue(schedule)) is not { } chosen)
            {
                return ExitCode.Refused;
            }

            foreach (var one in chosen)
            {
                show(one, TimeProvider.System.Now().InUtc().Date, length);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
