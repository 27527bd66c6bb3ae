using NodaTime;

namespace Incidents.Application.Configuration.Versions;

/// <summary>Which version is in force, and who put it there.</summary>
/// <param name="Version">Null means the copy that was deployed with the code.</param>
/// <param name="Revision">Counts how often the pointer was moved; 0 when it never was.</param>
/// <param name="By">Who moved it, as they called themselves.</param>
public sealed record ConfigurationPointer(string? Version, long Revision, string By, Instant At)
{
    /// <summary>ARN of the AWS credentials it was moved with; null where AWS was not asked.</summary>
    public string? Caller { get; init; }

    /// <summary>The pointer before the first push.</summary>
    public static ConfigurationPointer Never { get; } = new(null, 0, "", Instant.MinValue);

    /// <summary>The pointer after this one.</summary>
    public ConfigurationPointer Next(string? version, string by, Instant at) => new(version, Revision + 1, by, at);
}
