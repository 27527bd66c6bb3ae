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

/// <summary>`incidents oncall`: who is on call, now, at an instant, or day by day over a window.</summary>
internal static class OnCallCommand
{
    private static readonly Duration UsualWindow = Duration.FromDays(14);

    public static Command Create()
    {
        var schedule = new Argument<string?>("schedule") { Description = "Id of one schedule; all when left out", Arity = ArgumentArity.ZeroOrOne };
        var at = new Option<string?>("--at") { Description = "An instant in UTC, 2026-09-14T09:00:00Z; now when left out" };
        var from = new Option<string?>("--from") { Description = "Show a calendar from this instant on, or from a day: 2026-09-14" };
        var to = new Option<string?>("--to") { Description = "Up to this instant or day; two weeks when left out" };
        var person = new Option<string?>("--person") { Description = "Only when this person is on call: an id or a name" };
        var config = new Option<DirectoryInfo?>("--config") { Description = "Answer from the configuration in this directory, which need not be in force" };
        var connection = new Connection();
        var command = new Command("oncall", "Who is on call now, or over a window") { schedule, at, from, to, person, config, SickCommand.Create() };
        connection.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            var now = parsed.Host.Clock.Now();
            if (!UtcTimes.TryRead(parsed.GetValue(at), now, out var instant)
                || !UtcTimes.TryRead(parsed.GetValue(from), now, out var begin)
                || !UtcTimes.TryRead(parsed.GetValue(to), begin + UsualWindow, out var end))
            {
                return Complaint.Usage(parsed.Host, "write instants as 2026-09-14T09:00:00Z, or a day as 2026-09-14");
            }

            var asked = new OnCallQuestion(
                parsed.Host,
                parsed.GetValue(schedule),
                instant,
                parsed.GetValue(from) is not null || parsed.GetValue(to) is not null ? (begin, end) : null,
                parsed.GetValue(person),
                JsonOption.IsGiven(parsed));
            if (asked.Window is { } window && ScheduleRules.CheckWindow(window.From, window.To) is { } problem)
            {
                return Complaint.Usage(parsed.Host, $"{problem.Problem} {problem.Fix}");
            }

            if (parsed.GetValue(config) is not { } directory)
            {
                return await connection.Run(parsed, api => asked.Answer(
                    _ => api.Get($"api/v1/oncall?at={InstantPattern.ExtendedIso.Format(asked.At)}", cancellation),
                    () => api.Get("api/v1/schedules", cancellation),
                    (id, first, last) => api.Get($"api/v1/schedules/{Uri.EscapeDataString(id)}/segments?from={InstantPattern.ExtendedIso.Format(first)}&to={InstantPattern.ExtendedIso.Format(last)}", cancellation)));
            }

            if (LoadedConfiguration.Read(parsed.Host, directory) is not { } settings)
            {
                return ExitCode.Refused;
            }

            var files = new ConfiguredSchedules(settings);
            return await asked.Answer(
                when => Task.FromResult(files.OnCall(when)), () => Task.FromResult(files.List()), (id, first, last) => Task.FromResult(files.Segments(id, first, last)));
        });
        return command;
    }
}
