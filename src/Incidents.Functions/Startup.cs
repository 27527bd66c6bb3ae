using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Incidents.Functions.Start;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions;

/// <summary>Fills the container when Lambda starts the process.</summary>
[LambdaStartup]
public sealed class Startup
{
    [SuppressMessage("Performance", "CA1822", Justification = "The generated handlers call it on an instance.")]
    public void ConfigureServices(IServiceCollection services)
    {
        var settings = LambdaSettings.Read(Environment.GetEnvironmentVariable);
        _ = settings switch
        {
            { NewVersions: { } versions, Sources.Synthetic: { } synthetic } =>
                services.AddDeploymentCheck(settings, versions, synthetic, DeploymentEdges.InAws(settings, Environment.GetEnvironmentVariable, TimeProvider.System), TimeProvider.System),
            { Handler: nameof(RecordHeartbeatFunction.RecordHeartbeat) } => services.AddHeartbeats(settings, InAws(settings), TimeProvider.System),
            _ => services.AddLambda(settings, InAws(settings), TimeProvider.System),
        };
    }

    private static LambdaEdges InAws(LambdaSettings settings) => LambdaEdges.InAws(settings, Environment.GetEnvironmentVariable, TimeProvider.System);
}
