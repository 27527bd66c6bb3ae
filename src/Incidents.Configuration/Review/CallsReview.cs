using Incidents.Configuration.Sections;
using Incidents.Configuration.Yaml;
using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Review;

/// <summary>Calls from a pool, whose repeat may come from another number than the first: no mistake, and worth knowing.</summary>
internal static class CallsReview
{
    public static IReadOnlyList<ConfigurationProblem> Find(OnCallConfiguration configuration, ConfigurationSections sections) =>
        configuration.Channels.VoiceOrigination is { } calls && (calls.StartsWith("pool-", StringComparison.Ordinal) || calls.Contains(":pool/", StringComparison.Ordinal))
            ? [new ConfigurationProblem(sections.Channels!.Follow("voice").Follow("origination").Place, "calls from a pool come from several numbers, and a muted phone lets only a repeated call from the same number through. Name one number.") { IsNote = true }]
            : [];
}
