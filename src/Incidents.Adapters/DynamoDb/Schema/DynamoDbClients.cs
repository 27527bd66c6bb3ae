using Amazon;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Clients with the patience a page can afford: three tries, with jitter, and three seconds for each.</summary>
public static class DynamoDbClients
{
    /// <summary>The account and region this runs in, with the credentials of its role.</summary>
    public static AmazonDynamoDBClient ForAws() => new(Patience());

    /// <summary>A store on this machine, which takes any credentials.</summary>
    public static AmazonDynamoDBClient ForLocal(Uri endpoint)
    {
        var config = Patience();
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = RegionEndpoint.USEast1.SystemName;
        return new AmazonDynamoDBClient(new BasicAWSCredentials("local", "local"), config);
    }

    internal static AmazonDynamoDBConfig Patience() => new()
    {
        RetryMode = RequestRetryMode.Standard,
        MaxErrorRetry = 2,
        Timeout = TimeSpan.FromSeconds(3),
    };
}
