namespace Incidents.Adapters.Aws;

/// <summary>An access key of AWS that a caller names, instead of the one that the environment or a profile has.</summary>
public sealed record AwsKeys(string Id, string Secret);
