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

    public override string ToString() => $"{Level switch { Level.Good => "ok", Level.Warning => "warn", _ => "ERROR" },-6} {What}{(Fix is null ? "" : $"\n       fix: {Fix}")}";
}
