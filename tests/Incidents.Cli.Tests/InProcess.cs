using System.Reflection;
using System.Text;
using Incidents.Cli.Commands;
using Incidents.Cli.Terminal;
using Incidents.Cli.Up;

namespace Incidents.Cli.Tests;

/// <summary>
/// Runs commands in the process of the tests, several at once: a process costs most of a second for what takes milliseconds.
/// What a command prints is told apart by the flow of execution that it runs in.
/// </summary>
internal static class InProcess
{
    private static readonly AsyncLocal<Printed?> Current = new();
    private static readonly RoutedWriter Output = new(Console.Out, printed => printed.Output);
    private static readonly RoutedWriter Errors = new(Console.Error, printed => printed.Errors);

    /// <summary>As the processes are started: in the folder of the repository, without variables that configure the product.</summary>
    static InProcess()
    {
        Directory.SetCurrentDirectory(Incidents.Tests.Repository.Root);
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfTheProduct))
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public static bool IsOfTheProduct(string variable) => variable.StartsWith("INCIDENTS_", StringComparison.Ordinal) || variable.StartsWith("OTEL_", StringComparison.Ordinal);

    /// <summary>Runs one command to its end, on a thread of its own because the entry point blocks.</summary>
    public static Task<Finished> Run(params string[] arguments) => Task.Factory.StartNew(() => Invoke(arguments), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Starts what `up` runs; its lines go nowhere.</summary>
    public static Task<UpHost> Start(UpSettings settings) => Task.Run(() =>
    {
        Current.Value = new Printed();
        Console.SetOut(Output);
        Console.SetError(Errors);
        return UpHost.Start(settings, CancellationToken.None);
    });

    private static Finished Invoke(string[] arguments)
    {
        var printed = new Printed();
        Current.Value = printed;

        // Each start of the program puts a writer in front of these; without this, one before the other.
        Console.SetOut(Output);
        Console.SetError(Errors);
        var code = (int)typeof(CheckCommand).Assembly.EntryPoint!.Invoke(null, [arguments])!;
        return new Finished(code, printed.Output.ToString(), printed.Errors.ToString());
    }

    private sealed class Printed
    {
        public Terminal Output { get; } = new();

        public Terminal Errors { get; } = new();
    }

    /// <summary>Makes text visible as the program does, and may be written from several threads.</summary>
    private sealed class Terminal
    {
        private readonly StringBuilder kept = new();

        public void Write(string? value)
        {
            lock (kept)
            {
                kept.Append(VisibleText.Of(value));
            }
        }

        public override string ToString()
        {
            lock (kept)
            {
                return kept.ToString().TrimEnd();
            }
        }
    }

    /// <summary>Writes to the command of this flow of execution, or where it was written before.</summary>
    private sealed class RoutedWriter(TextWriter before, Func<Printed, Terminal> choose) : TextWriter
    {
        public override Encoding Encoding => before.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            if (Current.Value is { } printed)
            {
                choose(printed).Write(value);
            }
            else
            {
                before.Write(value);
            }
        }

        public override void WriteLine(string? value) => Write(value + NewLine);
    }
}
