namespace Incidents.Cli.Terminal;

/// <summary>Whether a stream gets colours.</summary>
/// <remarks>https://no-color.org: NO_COLOR, set and not empty, switches them off, whatever else is set. https://bixense.com/clicolors has CLICOLOR_FORCE.</remarks>
internal static class ColourChoice
{
    /// <param name="variable">A variable of the environment.</param>
    /// <param name="isTerminal">Whether a person reads the stream as it is written.</param>
    public static bool IsOn(Func<string, string?> variable, bool isTerminal) =>
        string.IsNullOrEmpty(variable("NO_COLOR")) && (IsForced(variable("FORCE_COLOR")) || IsForced(variable("CLICOLOR_FORCE")) || (isTerminal && Knows(variable)));

    private static bool IsForced(string? value) => !string.IsNullOrEmpty(value) && value != "0";

    /// <summary>Whether the terminal knows the codes. Windows sets no TERM, and only its new terminal takes them from every program.</summary>
    private static bool Knows(Func<string, string?> variable) => variable("TERM") is { Length: > 0 } term ? term != "dumb" : !string.IsNullOrEmpty(variable("WT_SESSION"));
}
