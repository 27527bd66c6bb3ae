using Amazon.Lambda.Annotations;
using Amazon.Lambda.Core;
using Incidents.Application.Deployments;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Functions;

/// <summary>CodeDeploy asks this before it switches a function that pages to its new version.</summary>
public sealed class ProveNewVersionFunction(ProveNewVersion prove, TimeProvider clock)
{
    /// <summary>Fails when CodeDeploy could not be told: Lambda then invokes it again, twice.</summary>
    [LambdaFunction(ResourceName = "ProveNewVersion", MemorySize = 512, Timeout = 300)]
    public async Task ProveNewVersion(LifecycleHook question, ILambdaContext context)
    {
        if (question.Read() is not { } hook)
        {
            context.Logger.LogError("The event names no deployment: only CodeDeploy is answered");
            return;
        }

        var until = clock.Now() + Duration.FromTimeSpan(context.RemainingTime) - ToReport;
        foreach (var fault in await prove.Run(hook, until, CancellationToken.None))
        {
            context.Logger.LogError("The new version stays where it is: {Fault}", fault);
        }
    }

    private static readonly Duration ToReport = Duration.FromSeconds(60);
}
