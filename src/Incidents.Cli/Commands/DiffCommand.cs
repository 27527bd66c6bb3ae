using System.CommandLine;
using Incidents.Cli.Answers;
using Incidents.Cli.Configurations;
using Incidents.Cli.OnCall;
using Incidents.Configuration.Authoring.Comparing;
using Incidents.Domain.OnCall;
using NodaTime;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents diff`: who would be on call, and who would be paged, differently.</summary>
internal static class DiffCommand
{
    public static Command Create()
    {
        var old = new Argument<DirectoryInfo>("old") { Description = "The configuration as it was" };
        var next = new Argument<DirectoryInfo>("new") { Description = "The configuration as it will be", DefaultValueFactory = _ => new DirectoryInfo("config") };
        var days = new Option<int>("--days") { Description = "How far to look", DefaultValueFactory = _ => 30 };
        var at = new Option<string?>("--at") { Description = "From this instant on, or from a day, in UTC: 2026-09-14T09:00:00Z; now when left out" };
        var format = new Option<string>("--format") { Description = "text, markdown (for a pull request's comment) or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "markdown", "json");
        var command = new Command("diff", "Who would be on call and paged differently with another configuration") { old, next, days, at, format, new JsonOption() };
        command.SetAction(parsed =>
        {
            if (!UtcTimes.TryRead(parsed.GetValue(at), PrintedComparison.ThisMinute(parsed.Host.Clock), out var from))
            {
                return Complaint.Usage(parsed.Host, "write --at as 2026-09-14T09:00:00Z, or a day as 2026-09-14");
            }

            var length = Duration.FromDays(parsed.GetValue(days));
            if (length <= Duration.Zero || length > ScheduleRules.LongestWindow)
            {
                return Complaint.Usage(parsed.Host, $"--days is 1 to {ScheduleRules.LongestWindow.Days}");
            }

            if (LoadedConfiguration.ReadOrShowAll(parsed.Host, parsed.GetValue(old)!) is not { } before || LoadedConfiguration.ReadOrShowAll(parsed.Host, parsed.GetValue(next)!) is not { } after)
            {
                return ExitCode.Refused;
            }

            PrintedComparison.Show(parsed.Host, ConfigurationComparison.Between(before, after, from, from + length), JsonOption.IsGiven(parsed) ? "json" : parsed.GetValue(format)!);
            return ExitCode.Done;
        });
        return command;
    }
}
