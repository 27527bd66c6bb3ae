using System.CommandLine;
using System.Text.Json;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.OnCall;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents schedule fairness`: who carries how much, where it runs or by files alone. People draw conclusions from it.</summary>
internal static class FairnessCommand
{
    private static readonly Duration UsualWindow = Duration.FromDays(90);

    public static Command Create()
    {
        var schedule = new Argument<string?>("schedule") { Description = "Id of one schedule; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var from = new Option<string?>("--from") { Description = "From this instant or day (UTC); 90 days before the end when left out" };
        var to = new Option<string?>("--to") { Description = "Up to this instant or day; now when left out" };
        var config = new Option<DirectoryInfo?>("--config") { Description = "By the configuration in this directory alone, which need not be in force" };
        var connection = new Connection();
        var command = new Command("fairness", "Hours on call, at night, at weekends and on holidays, by person; pages are not counted") { schedule, from, to, config };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var now = Instant.FromUnixTimeSeconds(parsed.Host.Clock.Now().ToUnixTimeSeconds());
            if (!UtcTimes.TryRead(parsed.GetValue(to), now, out var end) || !UtcTimes.TryRead(parsed.GetValue(from), end - UsualWindow, out var begin))
            {
                return Complaint.Usage(parsed.Host, "write instants as 2026-09-14T09:00:00Z, or a day as 2026-09-14");
            }

            if (ScheduleRules.CheckWindow(begin, end) is { } problem)
            {
                return Complaint.Usage(parsed.Host, $"{problem.Problem} {problem.Fix}");
            }

            return parsed.GetValue(config) is { } directory
                ? ByFiles(parsed, directory, parsed.GetValue(schedule), begin, end)
                : await connection.Run(parsed, async api =>
                {
                    var ids = parsed.GetValue(schedule) is { } one ? [one]
                        : (await api.Get("api/v1/schedules", cancellation)).GetProperty("items").EnumerateArray().Select(item => IncidentLine.Text(item, "id")).ToList();
                    var window = $"from={InstantPattern.ExtendedIso.Format(begin)}&to={InstantPattern.ExtendedIso.Format(end)}";
                    foreach (var id in ids)
                    {
                        Print(parsed, await api.Get($"api/v1/schedules/{Uri.EscapeDataString(id)}/fairness?{window}", cancellation));
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

        var files = new ConfiguredSchedules(settings);
        foreach (var schedule in chosen)
        {
            Print(parsed, files.Fairness(schedule.Definition.Id.Value, from, to));
        }

        return ExitCode.Done;
    }

    private static void Print(ParseResult parsed, JsonElement fairness) => Answer.Print(parsed, fairness, FairnessLines.Of(fairness));
}
