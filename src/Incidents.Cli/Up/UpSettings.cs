namespace Incidents.Cli.Up;

/// <summary>The options of `incidents up`.</summary>
/// <param name="InMemory">Keep nothing but keys: for trying things out.</param>
internal sealed record UpSettings(int Port, DataDirectory Data, string Config, string Runbooks, bool InMemory);

/// <summary>Something that keeps `incidents up` from starting. The message is one line: what, and how to mend it.</summary>
internal sealed class CannotStartException(string problem) : Exception(problem);
