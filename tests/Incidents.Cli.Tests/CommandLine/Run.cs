using Incidents.Cli.Commands;

namespace Incidents.Cli.Tests.CommandLine;

/// <summary>A command in this process, which is quick enough for all of them.</summary>
internal static class Run
{
    /// <summary>The console is one for all tests of this process.</summary>
    public static readonly Lock OneAtATime = new();

    /// <returns>The exit code and what was written to standard error.</returns>
    public static (int ExitCode, string Errors) InProcess(params string[] arguments)
    {
        lock (OneAtATime)
        {
            var (output, errors) = (Console.Out, Console.Error);
            using var written = new StringWriter();
            Console.SetOut(TextWriter.Null);
            Console.SetError(written);
            try
            {
                var code = typeof(CheckCommand).Assembly.EntryPoint!.Invoke(null, [arguments]);
                return ((int)code!, written.ToString());
            }
            finally
            {
                Console.SetOut(output);
                Console.SetError(errors);
            }
        }
    }
}
