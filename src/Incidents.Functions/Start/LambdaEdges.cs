using Incidents.Adapters.Aws;
using Incidents.Adapters.DynamoDb;
using Incidents.Application.Links;
using Incidents.Application.Store;

namespace Incidents.Functions;

/// <summary>What lies outside the process of a function.</summary>
/// <param name="Parameters">Parameter Store.</param>
/// <param name="Package">The directory the code was unpacked to; `config` and `runbooks` are in it.</param>
internal sealed record LambdaEdges(IIncidentStore Store, ILinkStore Links, ReadParameters Parameters, string Package)
{
    /// <summary>The account and region the function runs in, with the credentials of its role.</summary>
    public static LambdaEdges InAws(LambdaSettings settings, TimeProvider clock) => new(
        new DynamoIncidentStore(DynamoDbClients.ForAws(), settings.Table, clock),
        new DynamoLinkStore(DynamoDbClients.ForAws(), settings.Table, clock),
        new SsmParameters(new AwsClient(AwsEndpoint.Of("ssm", settings.Region), AwsCredentials.OfThisProcess, clock)).Get,
        AppContext.BaseDirectory);
}
