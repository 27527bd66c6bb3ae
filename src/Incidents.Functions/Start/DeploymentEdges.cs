using Incidents.Adapters.Aws;
using Incidents.Adapters.DynamoDb;
using Incidents.Application.Deployments;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions;

/// <summary>What lies outside the process of the function that proves new versions.</summary>
internal sealed record DeploymentEdges
{
    /// <summary>Adds every port that keeps something.</summary>
    public required Action<IServiceCollection> Keep { get; init; }

    /// <summary>Lambda.</summary>
    public required INewVersions Functions { get; init; }

    /// <summary>CodeDeploy.</summary>
    public required IDeployments Deployments { get; init; }

    /// <summary>The account and region the function runs in, with the credentials of its role.</summary>
    public static DeploymentEdges InAws(LambdaSettings settings, TimeProvider clock) =>
        InAws(settings, clock, LambdaEdges.InThisProcess(clock), services => services.AddDynamoStores(DynamoDbClients.ForAws(), settings.Table, clock));

    /// <summary>The same, by other clients.</summary>
    internal static DeploymentEdges InAws(LambdaSettings settings, TimeProvider clock, OpenAws aws, Action<IServiceCollection> keep)
    {
        return new DeploymentEdges
        {
            Keep = keep,
            Functions = new LambdaVersions(Client("lambda", LongestRun), clock),
            Deployments = new CodeDeployHooks(Client("codedeploy", timeout: null), clock),
        };

        AwsClient Client(string service, TimeSpan? timeout) => aws(AwsEndpoint.Of(service, settings.Region), timeout, AwsClient.UsualAnswer);
    }

    /// <summary>More than the timeout of any function that is tried.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(125);
}
