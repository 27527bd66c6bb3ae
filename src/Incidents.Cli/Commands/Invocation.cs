using System.CommandLine.Invocation;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.Commands;

/// <summary>One run of the program, from its arguments to its exit code.</summary>
internal static class Invocation
{
    public static async Task<int> Run(string[] arguments, CommandHost host)
    {
        try
        {
            var parsed = CommandTree.Root(CommandTree.Groups()).Parse(arguments);
            if ((MistypedOption.In(parsed) ?? (parsed.Action is ParseErrorAction ? UsageProblem.In(parsed) : null)) is { } problem)
            {
                return Complaint.Usage(host, problem);
            }

            var code = await parsed.InvokeAsync(host);
            return parsed.Action is ParseErrorAction ? ExitCode.Usage : code;
        }
        catch (OutputClosedException closed)
        {
            return Complaint.Refused(host, closed.Message);
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Refused;
        }
        catch (Exception unexpected)
        {
            host.Error.WriteLine($"Unhandled exception: {unexpected}");
            return ExitCode.Refused;
        }
    }
}
