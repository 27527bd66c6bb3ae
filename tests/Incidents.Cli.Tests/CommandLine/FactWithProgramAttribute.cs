namespace Incidents.Cli.Tests.CommandLine;

/// <summary>A test that runs a program, reported as skipped where PATH has no such program.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactWithProgramAttribute : FactAttribute
{
    public FactWithProgramAttribute(string program)
    {
        if (!IsOnPath(program))
        {
            Skip = $"{program} is not on PATH";
        }
    }

    private static bool IsOnPath(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Any(folder => File.Exists(Path.Combine(folder, program)));
}
