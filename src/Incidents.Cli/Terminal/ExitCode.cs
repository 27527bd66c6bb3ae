namespace Incidents.Cli.Terminal;

/// <summary>The exit codes of commands, documented in docs/cli.md.</summary>
internal static class ExitCode
{
    /// <summary>All of it was done.</summary>
    public const int Done = 0;

    /// <summary>It was refused, does not exist, or what was looked at is not as it should be.</summary>
    public const int Refused = 1;

    /// <summary>The command line cannot be understood: nothing was tried.</summary>
    public const int Usage = 2;

    /// <summary>Nothing answers where the command has to ask: the incident manager, AWS, or the store behind either. Later it may.</summary>
    public const int NoAnswer = 3;
}
