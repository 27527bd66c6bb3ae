using System.CommandLine;
using System.Text.Json;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.OnCall;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents schedule conflicts`: who is on call and away, by all that is known where it runs, or by files alone.</summary>
internal static class ConflictsCommand
{
    public static Command Create()
    {
        var schedule = new Argument<string?>("schedule") { Description = "Id of one schedule; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var days = new Option<int>("--days") { Description = "How far to look", DefaultValueFactory = _ => 90 };
        var config = new Option<DirectoryInfo?>("--config") { Description = "By the configuration in this directory alone, which need not be in force" };
        var connection = new Connection();
        var command = new Command("conflicts", "Times when somebody is on call and away, and how to find cover") { schedule, days, config };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var length = Duration.FromDays(parsed.GetValue(days));
            if (length <= Duration.Zero || length > ScheduleRules.LongestWindow)
            {
                return Complaint.Usage(parsed.Host, $"--days is 1 to {ScheduleRules.LongestWindow.Days}");
            }

            var now = Instant.FromUnixTimeSeconds(parsed.Host.Clock.Now().ToUnixTimeSeconds());
            return parsed.GetValue(config) is { } directory
                ? ByFiles(parsed, directory, parsed.GetValue(schedule), now, now + length)
                : await connection.Run(parsed, async api =>
                {
                    var ids = parsed.GetValue(schedule) is { } one ? [one]
                        : (await api.Get("api/v1/schedules", cancellation)).GetProperty("items").EnumerateArray().Select(item => IncidentLine.Text(item, "id")).ToList();
                    var window = $"from={InstantPattern.General.Format(now)}&to={InstantPattern.General.Format(now + length)}";
                    foreach (var id in ids)
                    {
                        Print(parsed, id, await api.Get($"api/v1/schedules/{Uri.EscapeDataString(id)}/conflicts?{window}", cancellation), length);
                    }

                    return ExitCode.Done;
                });
        });
        return command;
    }

    private static int ByFiles(ParseResult parsed, DirectoryInfo directory, string? id, Instant from, Instant to)
    {
        if (LoadedConfiguration.Read(parsed.Host, directory) is not { } settings || LoadedConfiguration.Schedules(parsed.Host, settings, id) is not { } chosen)
        {
            return ExitCode.Refused;
        }

        foreach (var schedule in chosen)
        {
            var conflicts = ScheduleConflict.Find(schedule, settings, settings.PlannedAbsences(), from, to).ToList();
            Print(parsed, schedule.Definition.Id.Value, ConfiguredSchedules.Conflicts(schedule.Definition.Id.Value, from, to, conflicts, settings), to - from);
        }

        return ExitCode.Done;
    }

    private static void Print(ParseResult parsed, string id, JsonElement conflicts, Duration length)
    {
        var count = conflicts.GetProperty("items").GetArrayLength();
        Answer.Print(parsed, conflicts, [$"{id,-24} {(count == 0 ? "no conflict" : count == 1 ? "1 conflict" : $"{count} conflicts")} in {length.Days} days", .. ConflictLines.Of(conflicts.GetProperty("items"))]);
    }
}
