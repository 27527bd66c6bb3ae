using Amazon;

namespace Incidents.Adapters.Aws;

/// <summary>Where a service of AWS answers, and what a request to it is signed for.</summary>
/// <param name="Service">As in the scope of a signature, such as `ssm`.</param>
public sealed record AwsEndpoint(Uri Address, string Region, string Service)
{
    /// <summary>The public endpoint of a service, in whichever partition the region belongs to.</summary>
    /// <param name="host">The first part of the host's name, where it is another than in signatures.</param>
    public static AwsEndpoint Of(string service, string region, string? host = null) =>
        new(new Uri($"https://{host ?? service}.{region}.{RegionEndpoint.GetBySystemName(region).PartitionDnsSuffix}/"), region, service);
}
