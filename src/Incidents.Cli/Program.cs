using System.CommandLine;
using System.CommandLine.Invocation;
using Incidents.Cli.Commands;
using Incidents.Cli.Terminal;

Standard.Use();
try
{
    var parsed = CommandTree.Root(CommandTree.Groups()).Parse(args);
    if (MistypedOption.In(parsed) is { } mistyped)
    {
        return Complaint.Usage(mistyped);
    }

    var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromSeconds(5), EnableDefaultExceptionHandler = false });
    return parsed.Action is ParseErrorAction ? ExitCode.Usage : code;
}
catch (OutputClosedException closed)
{
    return Complaint.Refused(closed.Message);
}
catch (OperationCanceledException)
{
    return ExitCode.Refused;
}
catch (Exception unexpected)
{
    Console.Error.WriteLine($"Unhandled exception: {unexpected}");
    return ExitCode.Refused;
}
