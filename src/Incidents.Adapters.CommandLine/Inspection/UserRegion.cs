using Amazon.Runtime;

namespace Incidents.Adapters.CommandLine.Inspection;

/// <summary>The region a user works in.</summary>
public static class UserRegion
{
    /// <summary>That of the environment, else that of the AWS profile; null when neither says.</summary>
    public static string? Find(Func<string, string?> environment) =>
        environment("AWS_REGION") is { Length: > 0 } region ? region
        : environment("AWS_DEFAULT_REGION") is { Length: > 0 } usual ? usual
        : FallbackRegionFactory.GetRegionEndpoint(includeInstanceMetadata: false)?.SystemName;
}
