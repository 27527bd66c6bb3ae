using System.CommandLine;
using System.Text;
using Incidents.Adapters.Aws;

namespace Incidents.Cli.Terminal;

/// <summary>What a command has of the process it runs in: the three streams, the variables of the environment, the time, and credentials of AWS.</summary>
internal sealed class CommandHost : InvocationConfiguration
{
    private readonly TerminalWriter output;
    private readonly TerminalWriter errors;

    public CommandHost(TerminalWriter output, TerminalWriter errors)
    {
        (this.output, this.errors) = (output, errors);
        (Output, Error) = (output, errors);
        ProcessTerminationTimeout = TimeSpan.FromSeconds(5);
        EnableDefaultExceptionHandler = false;
    }

    /// <summary>A variable of the environment; null when it is not set.</summary>
    public Func<string, string?> Variable { get; init; } = _ => null;

    /// <summary>Standard input, as bytes.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Standard input, as text.</summary>
    public Func<TextReader> OpenText { get; init; } = () => TextReader.Null;

    /// <summary>Whether a person sits at the terminal who sees a question and can answer it.</summary>
    public bool CanAsk { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Null for those that the AWS command line would use here.</summary>
    public AwsKeys? Keys { get; init; }

    /// <summary>Of this process. Both streams go through a writer first that shows what a terminal would obey; a line on standard error is never worth an end.</summary>
    public static CommandHost OfThisProcess()
    {
        Func<string, string?> variable = Environment.GetEnvironmentVariable;
        var output = new TerminalWriter(Console.Out, "standard output", ColourChoice.IsOn(variable, !Console.IsOutputRedirected));
        var errors = new TerminalWriter(Console.Error, "standard error", ColourChoice.IsOn(variable, !Console.IsErrorRedirected)) { MayBeLost = true };
        Console.SetOut(output);
        Console.SetError(errors);
        return new CommandHost(output, errors)
        {
            Variable = variable,
            OpenInput = Console.OpenStandardInput,
            OpenText = () => Console.In,
            CanAsk = !Console.IsInputRedirected && !Console.IsErrorRedirected,
        };
    }

    /// <summary>Writes a line on standard output.</summary>
    public void Say(StyledText line) => output.WriteLine(line);

    /// <summary>Writes a line on standard error.</summary>
    public void Complain(StyledText line) => errors.WriteLine(line);

    /// <summary>Leaves out from now on what cannot be written.</summary>
    public void GoOnWithoutOutput() => output.MayBeLost = true;

    /// <summary>Asks a person, on standard error because standard output may go to a file.</summary>
    /// <returns>The line that was typed; null at the end of input.</returns>
    public string? Ask(string question)
    {
        Error.Write(question);
        return OpenText().ReadLine();
    }

    /// <summary>For what writes bytes, such as JSON: they are written when it is disposed.</summary>
    public Stream OpenOutput() => new Bytes(Output);

    private sealed class Bytes(TextWriter output) : MemoryStream
    {
        protected override void Dispose(bool disposing)
        {
            if (disposing && CanRead)
            {
                output.Write(Encoding.UTF8.GetString(GetBuffer().AsSpan(0, (int)Length)));
            }

            base.Dispose(disposing);
        }
    }
}

/// <summary>The host of a command that was parsed and is run.</summary>
internal static class HostOfCommand
{
    extension(ParseResult parsed)
    {
        public CommandHost Host => (CommandHost)parsed.InvocationConfiguration;
    }
}
