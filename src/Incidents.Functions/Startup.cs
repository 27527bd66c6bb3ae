using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
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
        _ = settings is { NewVersions: { } versions, Sources.Synthetic: { } synthetic }
            ? services.AddDeploymentCheck(settings, versions, synthetic, DeploymentEdges.InAws(settings, Environment.GetEnvironmentVariable, TimeProvider.System), TimeProvider.System)
            : services.AddLambda(settings, LambdaEdges.InAws(settings, Environment.GetEnvironmentVariable, TimeProvider.System), TimeProvider.System);
    }
}
