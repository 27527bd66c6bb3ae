using Amazon.Runtime;
using Amazon.Runtime.Credentials;

namespace Incidents.Adapters.Aws;

/// <summary>Gives the credentials of the moment; they are short-lived, so they are asked for each request.</summary>
public delegate Task<ImmutableCredentials> GetAwsCredentials();

/// <summary>Where credentials come from.</summary>
public static class AwsCredentials
{
    /// <summary>The SDK's default chain: in Lambda the role of the function.</summary>
    /// <exception cref="AmazonClientException">There are none.</exception>
    public static async Task<ImmutableCredentials> OfThisProcess()
    {
        var found = await DefaultAWSCredentialsIdentityResolver.GetCredentialsAsync();
        return await found.GetCredentialsAsync();
    }
}
