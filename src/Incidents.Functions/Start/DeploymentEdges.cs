using Incidents.Adapters.Aws;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Deployments;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions.Start;

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
    /// <param name="variable">Gives the value of an environment variable.</param>
    public static DeploymentEdges InAws(LambdaSettings settings, Func<string, string?> variable, TimeProvider clock) =>
        InAws(settings, variable, clock, LambdaEdges.InThisProcess(clock), services => services.AddDynamoStores(DynamoDbClients.ForAws(), settings.Table, clock));

    /// <summary>The same, by other clients.</summary>
    internal static DeploymentEdges InAws(LambdaSettings settings, Func<string, string?> variable, TimeProvider clock, OpenAws aws, Action<IServiceCollection> keep)
    {
        return new DeploymentEdges
        {
            Keep = keep,
            Functions = new LambdaVersions(Client(AwsService.Lambda, LongestRun), clock),
            Deployments = new CodeDeployHooks(Client(AwsService.CodeDeploy, timeout: null), clock),
        };

        AwsClient Client(AwsService service, TimeSpan? timeout) => aws(service.In(settings.Region, variable), timeout, AwsClient.UsualAnswer);
    }

    /// <summary>More than the timeout of any function that is tried.</summary>
    private static readonly TimeSpan LongestRun = TimeSpan.FromSeconds(125);
}
