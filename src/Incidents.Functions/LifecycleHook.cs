using Incidents.Application.Deployments;

namespace Incidents.Functions;

/// <summary>What CodeDeploy asks with.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html</remarks>
public sealed record LifecycleHook(string? DeploymentId, string? LifecycleEventHookExecutionId)
{
    /// <summary>Null when it does not say whom to answer.</summary>
    internal DeploymentHook? Read() => DeploymentId is { Length: > 0 } deployment && LifecycleEventHookExecutionId is { Length: > 0 } execution
        ? new DeploymentHook(deployment, execution)
        : null;
}
