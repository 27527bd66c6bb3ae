namespace Incidents.Configuration.Authoring.Comparing;

/// <summary>Something in the configuration that came, went or changed, whatever the time.</summary>
/// <param name="Kind">`person`, `team`, `schedule`, `policy`, `service`, `account`, `heartbeat`, `channels`, `notices`, `watchdog` or `retention`.</param>
/// <param name="Name">The name people read.</param>
/// <param name="Details">What is different about it, a few words each; empty unless it changed.</param>
public sealed record PartChange(PartFate Fate, string Kind, string Id, string Name, IReadOnlyList<string> Details);

/// <summary>What became of a part.</summary>
public enum PartFate
{
    /// <summary>Only the new configuration has it.</summary>
    Added,

    /// <summary>Only the old one had it.</summary>
    Removed,

    /// <summary>Both have it, not the same.</summary>
    Changed,
}
