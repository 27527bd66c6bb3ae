using System.CommandLine;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
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

    private static Command Quality() => ForEach(new Command("quality", "How completely and evenly the 52 weeks from next Monday (UTC) are covered"), DaysOfQuality, (parsed, schedule, now, length) =>
    {
        var from = now.InUtc().Date.With(DateAdjusters.Next(IsoDayOfWeek.Monday)).AtMidnight().InUtc().ToInstant();
        var (id, quality) = (schedule.Definition.Id, schedule.Calendar.Quality(from, from + length));
        var overloaded = quality.Overloaded.Count == 0 ? "nobody overloaded" : string.Join(", ", quality.Overloaded.Select(one => $"{one.Person} {one.ExcessPercent}% above the average"));
        Answer.Print(
            parsed,
            new ScheduleQualityResource(id.Value, from, from + length, quality.TotalScore, quality.CoveragePercent, quality.BalancePercent, [.. quality.Overloaded.Select(one => new OverloadResource(one.Person.Value, one.ExcessPercent))]),
            $"{id,-24} score {quality.TotalScore}  coverage {quality.CoveragePercent}%  balance {quality.BalancePercent}%  {overloaded}");
    });

    private static Command Gaps() => ForEach(new Command("gaps", "Times in the next days when nobody is on call"), 30, (parsed, schedule, now, length) =>
    {
        var (id, gaps) = (schedule.Definition.Id, schedule.Calendar.Gaps(now, now + length));
        Answer.Print(
            parsed,
            new ScheduleGapsResource(id.Value, now, now + length, schedule.GapsAreIntended, [.. gaps.Select(gap => new WindowResource(gap.From, gap.To))]),
            [
                $"{id,-24} {(gaps.Count == 0 ? "no gap" : gaps.Count == 1 ? "1 gap" : $"{gaps.Count} gaps")} in {length.Days} days{(schedule.GapsAreIntended ? " (intended)" : "")}",
                .. gaps.Select(gap => $"  {InstantPattern.General.Format(gap.From)} to {InstantPattern.General.Format(gap.To)}"),
            ]);
    });

    private static Command ForEach(Command command, int usual, Action<ParseResult, Incidents.Domain.OnCall.OnCallSchedule, Instant, Duration> show)
    {
        var schedule = new Argument<string?>("schedule") { Description = "Id of one schedule; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var days = new Option<int>("--days") { Description = "How far to look", DefaultValueFactory = _ => usual };
        var config = Options.Config();
        command.Arguments.Add(schedule);
        command.Options.Add(days);
        command.Options.Add(new JsonOption());
        command.Options.Add(config);
        command.SetAction(parsed =>
        {
            var length = Duration.FromDays(parsed.GetValue(days));
            if (length <= Duration.Zero || length > ScheduleRules.LongestWindow)
            {
                return Complaint.Usage(parsed.Host, $"--days is 1 to {ScheduleRules.LongestWindow.Days}");
            }

            if (LoadedConfiguration.Read(parsed.Host, parsed.GetValue(config)!) is not { } settings || LoadedConfiguration.Schedules(parsed.Host, settings, parsed.GetValue(schedule)) is not { } chosen)
            {
                return ExitCode.Refused;
            }

            foreach (var one in chosen)
            {
                show(parsed, one, parsed.Host.Clock.Now(), length);
            }

            return ExitCode.Done;
        });
        return command;
    }
}
