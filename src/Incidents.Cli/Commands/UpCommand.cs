using System.CommandLine;
using Incidents.Cli.Connections;
using Incidents.Cli.Terminal;
using Incidents.Cli.Up;

namespace Incidents.Cli.Commands;

/// <summary>`incidents up`: the whole product on this machine.</summary>
internal static class UpCommand
{
    public static Command Create()
    {
        var port = new Option<int>("--port") { Description = "Where to listen, on loopback", DefaultValueFactory = _ => 5080 };
        var data = Options.Data();
        var config = Options.Config();
        var runbooks = Options.Runbooks();
        var memory = new Option<bool>("--memory") { Description = "Forget all incidents at the end" };
        var command = new Command("up", "Run everything on this machine: store, functions, console, Slack preview") { port, data, config, runbooks, memory };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = new UpSettings(
                parsed.GetValue(port),
                new DataDirectory(parsed.GetValue(data)!),
                parsed.GetValue(config)!.ToString(),
                parsed.GetValue(runbooks)!.ToString(),
                parsed.GetValue(memory));
            try
            {
                await using var host = await UpHost.Start(settings, cancellation);
                host.Greet();
                parsed.Host.GoOnWithoutOutput();
                using var asked = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
                using var quit = StopSignals.OnQuit(asked.Cancel);
                await host.UntilStopped(asked.Token);
                return ExitCode.Done;
            }
            catch (CannotStartException problem)
            {
                return Complaint.Refused(parsed.Host, problem.Message);
            }
        });
        return command;
    }
}
