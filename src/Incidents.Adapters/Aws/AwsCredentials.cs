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

    /// <summary>Those of an access key; those of this user when it is null.</summary>
    public static GetAwsCredentials Of(AwsKeys? keys) =>
        keys is null ? OfThisUser : () => Task.FromResult(new ImmutableCredentials(keys.Id, keys.Secret, null));

    /// <summary>The same chain for a person at this machine, whose profile may need more than this program includes.</summary>
    /// <remarks>Profiles that sign in by SSO or assume a role need SDK packages of their own.</remarks>
    /// <exception cref="AmazonClientException">There are none, or none that can be had here.</exception>
    public static async Task<ImmutableCredentials> OfThisUser()
    {
        try
        {
            return await OfThisProcess();
        }
        catch (InvalidOperationException elsewhere)
        {
            throw new AmazonClientException("the profile's credentials cannot be had here", elsewhere);
        }
    }
}
