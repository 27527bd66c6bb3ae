using Incidents.Cli.Terminal;

namespace Incidents.Cli.Doctor;

/// <summary>How much a finding matters.</summary>
internal enum Level
{
    Good,
    Warning,
    Error,
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Fix">What to do about it; null when it is good, or when the words say it.</param>
internal sealed record Finding(Level Level, string What, string? Fix = null)
{
    /// <summary>Whether nothing answered, so that nothing is known.</summary>
    public bool IsSilence { get; init; }

    /// <summary>For people: the level, what it is, and below it the fix.</summary>
    public StyledText Lines()
    {
        var (word, colour) = Level switch
        {
            Level.Good => ("ok", Colour.Green),
            Level.Warning => ("warn", Colour.Yellow),
            _ => ("ERROR", Colour.Red),
        };
        return StyledText.Of($"{word,-6}", colour) + $" {What}{(Fix is null ? "" : $"\n       fix: {Fix}")}";
    }
}
