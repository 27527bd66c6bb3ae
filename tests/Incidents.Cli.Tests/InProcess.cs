using System.Text;
using Incidents.Adapters.Aws;
using Incidents.Cli.Commands;
using Incidents.Cli.Terminal;
using Incidents.Cli.Up;

namespace Incidents.Cli.Tests;

/// <summary>Runs commands in the process of the tests, several at once: a process costs most of a second for what takes milliseconds.</summary>
internal static class InProcess
{
    private static readonly AsyncLocal<bool> IsUp = new();

    /// <summary>As the processes are started: in the folder of the repository, without variables that configure the product.</summary>
    static InProcess()
    {
        Directory.SetCurrentDirectory(Incidents.Tests.Repository.Root);
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfTheProduct))
        {
            Environment.SetEnvironmentVariable(name, null);
        }

        Console.SetOut(new UnlessUp(Console.Out));
        Console.SetError(new UnlessUp(Console.Error));
    }

    public static bool IsOfTheProduct(string variable) => variable.StartsWith("INCIDENTS_", StringComparison.Ordinal) || variable.StartsWith("OTEL_", StringComparison.Ordinal);

    /// <summary>Runs one command to its end.</summary>
    public static Task<Finished> Run(params string[] arguments) => Run(arguments, new Dictionary<string, string?>());

    /// <inheritdoc cref="Run(string[])" />
    /// <param name="variables">Of the environment, beside those of this process; null takes one away.</param>
    /// <param name="input">What is typed or piped in.</param>
    /// <param name="hasColours">Whether it writes to a terminal.</param>
    /// <param name="to">Standard output; null collects it.</param>
    public static async Task<Finished> Run(string[] arguments, IReadOnlyDictionary<string, string?> variables, string input = "", bool hasColours = false, TextWriter? to = null)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var host = new CommandHost(new TerminalWriter(TextWriter.Synchronized(to ?? output), "standard output", hasColours), new TerminalWriter(TextWriter.Synchronized(errors), "standard error", hasColours))
        {
            Variable = name => variables.TryGetValue(name, out var value) ? value : Environment.GetEnvironmentVariable(name),
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(input)),
            OpenText = () => new StringReader(input),
            Keys = variables.TryGetValue("AWS_ACCESS_KEY_ID", out var key) && variables.TryGetValue("AWS_SECRET_ACCESS_KEY", out var secret) ? new AwsKeys(key!, secret!) : null,
        };
        var code = await Task.Run(() => Invocation.Run(arguments, host));
        return new Finished(code, output.ToString().TrimEnd(), errors.ToString().TrimEnd());
    }

    /// <summary>Starts what `up` runs; its lines go nowhere.</summary>
    public static Task<UpHost> Start(UpSettings settings) => Task.Run(() =>
    {
        IsUp.Value = true;
        return UpHost.Start(settings, CancellationToken.None);
    });

    /// <summary>Writes what the tests write, and not what an `up` in this process does.</summary>
    private sealed class UnlessUp(TextWriter before) : TextWriter
    {
        public override Encoding Encoding => before.Encoding;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(string? value)
        {
            if (!IsUp.Value)
            {
                before.Write(value);
            }
        }

        public override void WriteLine(string? value) => Write(value + NewLine);
    }
}
