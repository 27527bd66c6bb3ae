using System.CommandLine;
using Incidents.Application.Runbooks;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Checking;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Loading;

namespace Incidents.Cli.Commands;

/// <summary>`incidents check`: every problem of configuration and runbooks at once.</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var folder = new Argument<DirectoryInfo>("directory") { Description = "The on-call configuration", DefaultValueFactory = _ => new DirectoryInfo("config") };
        var runbooks = Options.Runbooks();
        var alarms = new Option<FileInfo?>("--alarms") { Description = "Alarms to look for a service: a history with one message a line, or what `aws cloudwatch describe-alarms --output json` printed" };
        var json = new JsonOption();
        var command = new Command("check", "Check the on-call configuration and the runbooks, and who would be paged in the next 90 days") { folder, runbooks, alarms, json };
        command.SetAction(parsed =>
        {
            var file = parsed.GetValue(alarms);
            if (file is { Exists: false })
            {
                return Complaint.Refused(parsed.Host, $"there is no file {file}: name one with an alarm on each line, or an answer of describe-alarms");
            }

            var now = parsed.Host.Clock.Now();
            var report = CheckReport.Of(
                new ConfigurationDirectory(parsed.GetValue(folder)!.ToString()).Load(now),
                RunbookFolder.Read(parsed.GetValue(runbooks)!.ToString()),
                file is null ? null : AlarmNames.Read(file.ToString(), File.ReadAllBytes(file.FullName)),
                now);
            Print(parsed.Host, report, parsed.GetValue(json));
            return report.IsGood ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static void Print(CommandHost host, CheckReport report, bool json)
    {
        if (json)
        {
            using var output = host.OpenOutput();
            CheckJson.Write(report, output);
            output.WriteByte((byte)'\n');
            return;
        }

        foreach (var line in CheckText.Lines(report))
        {
            host.Say(line);
        }
    }
}
