using System.Diagnostics.CodeAnalysis;
using Amazon.Lambda.Annotations;
using Incidents.Application;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions;

/// <summary>Fills the container when Lambda starts the process; the one place here that sees the adapters.</summary>
[LambdaStartup]
public sealed class Startup
{
    [SuppressMessage("Performance", "CA1822", Justification = "The generated handlers call it on an instance.")]
    public void ConfigureServices(IServiceCollection services) => services
        .AddSingleton(TimeProvider.System)
        .AddIncidents();
}
