using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Incidents.Application.Store;

namespace Incidents.Adapters.DynamoDb.Schema;

/// <summary>Clients with the patience a page can afford: three tries, with jitter, and three seconds for each.</summary>
public static class DynamoDbClients
{
    /// <summary>The account and region this runs in, with the credentials of its role.</summary>
    public static AmazonDynamoDBClient ForAws() => new(Patience());

    /// <summary>Client for an account and region, used from a person's machine or a pipeline, with the credentials that the AWS command line would use.</summary>
    /// <param name="region">Null takes the environment's or the profile's.</param>
    /// <param name="endpoint">Where the tables are instead of in AWS; null where they are there.</param>
    /// <param name="keys">Instead of the credentials that the AWS command line would use; null for those.</param>
    /// <exception cref="StoreUnavailableException">No region is named anywhere.</exception>
    public static AmazonDynamoDBClient ForAwsFromOutside(string? region, Uri? endpoint = null, AwsKeys? keys = null)
    {
        var config = Patience();
        try
        {
            config.RegionEndpoint = region is null ? FallbackRegionFactory.GetRegionEndpoint() : RegionEndpoint.GetBySystemName(region);
            if (endpoint is not null)
            {
                (config.ServiceURL, config.AuthenticationRegion) = (endpoint.ToString(), config.RegionEndpoint.SystemName);
            }

            return keys is null ? new AmazonDynamoDBClient(config) : new AmazonDynamoDBClient(new BasicAWSCredentials(keys.Id, keys.Secret), config);
        }
        catch (AmazonClientException unknown)
        {
            throw new StoreUnavailableException($"no table of AWS can be reached: {unknown.Message} Name the region with --region and sign in as for the AWS command line.", unknown);
        }
    }

    /// <summary>A store on this machine, which takes any credentials.</summary>
    public static AmazonDynamoDBClient ForLocal(Uri endpoint)
    {
        var config = Patience();
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = RegionEndpoint.USEast1.SystemName;
        return new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config);
    }

    /// <summary>Whether DynamoDB refused the call with AccessDeniedException.</summary>
    public static bool IsDenied(StoreUnavailableException failure) => failure.InnerException is AmazonDynamoDBException { ErrorCode: "AccessDeniedException" };

    /// <summary>Whether DynamoDB answered that it will not, as it does for a table that does not exist: to ask again changes nothing.</summary>
    public static bool IsRefused(StoreUnavailableException failure) => failure.InnerException is AmazonDynamoDBException
    {
        StatusCode: System.Net.HttpStatusCode.BadRequest or System.Net.HttpStatusCode.Forbidden,
        ErrorCode: not ("ProvisionedThroughputExceededException" or "ThrottlingException" or "RequestLimitExceeded"),
    };

    internal static AmazonDynamoDBConfig Patience() => new()
    {
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
        Timeout = TimeSpan.FromSeconds(3),
    };
}
