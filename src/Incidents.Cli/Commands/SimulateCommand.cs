using System.CommandLine;
using Incidents.Application.Time;
using Incidents.Cli.Answers;
using Incidents.Cli.Connections;
using Incidents.Cli.Simulation;
using Incidents.Cli.Terminal;
using Incidents.Configuration.Loading;

namespace Incidents.Cli.Commands;

/// <summary>`incidents simulate`: whom a history of alarms would have woken under this configuration.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var alarms = new Option<FileInfo>("--alarms") { Description = "The history: what aws cloudwatch describe-alarm-history printed, or one CloudWatch body, SNS envelope or EventBridge event a line; or what a person did: {\"at\": \"2026-09-14T03:14:00Z\", \"act\": \"acknowledge\", \"incident\": \"INC-1\", \"by\": \"ada\"}", Required = true };
        var config = Options.Config();
        var json = new JsonOption();
        var after = new Option<string?>("--acknowledge-after") { Description = "How long whoever is paged takes to acknowledge: 4m; nobody does where nothing is said" };
        var account = new Option<string?>("--account") { Description = "Whose alarms those of describe-alarm-history are: its output rarely names the account" };
        var region = new Option<string?>("--region") { Description = "Where they are, such as eu-west-1" };
        var command = new Command("simulate", "Replay a history of alarms: who would have been paged, when and how, and how often each person is interrupted. Nothing is sent") { alarms, config, json, after, account, region };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetValue(alarms)!;
            var patience = Lengths.Read(parsed.GetValue(after));
            if (parsed.GetValue(after) is { } text && patience is null)
            {
                return Complaint.Usage(parsed.Host, $"--acknowledge-after {text} is no length of time: write it as 4m, 1h or 1d");
            }

            var place = new AlarmPlace(parsed.GetValue(account), parsed.GetValue(region));
            if (place.Problem is { } problem)
            {
                return Complaint.Usage(parsed.Host, problem);
            }

            if (!file.Exists)
            {
                return Complaint.Refused(parsed.Host, $"there is no file {file}: name one with an alarm on each line, or with what describe-alarm-history printed");
            }

            var history = AlarmHistory.Read(File.ReadAllText(file.FullName), place);
            if (history.Alarms.Count == 0)
            {
                return Complaint.Refused(parsed.Host, $"{file} holds no alarm that says when it changed{(history.Unusable.Count > 0 ? $": {history.Unusable[0]}" : "")}");
            }

            if (new ConfigurationDirectory(parsed.GetValue(config)!.ToString()).Load(history.Alarms[0].At) is not ConfigurationResult.Valid valid)
            {
                return Complaint.Refused(parsed.Host, $"the configuration in {parsed.GetValue(config)} has mistakes: ./incidents check {parsed.GetValue(config)}");
            }

            history = history with { Unusable = [.. history.Unusable.Select(one => $"{file}: {one}")] };
            Print(parsed.Host, await SimulationReport.Run(history, valid.Configuration, patience, cancellation), parsed.GetValue(json));
            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(CommandHost host, SimulationReport report, bool json)
    {
        using var output = host.OpenOutput();
        if (json)
        {
            SimulationJson.Write(report, output);
            output.WriteByte((byte)'\n');
            return;
        }

        using var writer = new StreamWriter(output);
        foreach (var line in SimulationText.Lines(report))
        {
            writer.WriteLine(line);
        }
    }
}
