using System.CommandLine;
using Incidents.Cli.Completion;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>`incidents completion bash|zsh|fish|pwsh`: what a shell completes commands and options by.</summary>
internal static class CompletionCommand
{
    public static Command Create()
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or pwsh" };
        shell.AcceptOnlyFromAmong([.. CompletionScript.ByShell.Keys]);
        var command = new Command("completion", "Print what a shell completes commands and options by") { shell };
        command.SetAction(parsed =>
        {
            parsed.Host.Output.Write(CompletionScript.ByShell[parsed.GetValue(shell)!](CompletionTable.Of(parsed.RootCommandResult.Command)));
            return ExitCode.Done;
        });
        return command;
    }
}
