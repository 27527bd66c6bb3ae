using Incidents.Application.Alarms;
using Incidents.Application.Deployments;
using Incidents.Application.Store;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Functions.Start;

/// <summary>Puts together what proves new versions: no secrets, no channels, nothing else of what it proves.</summary>
internal static class DeploymentServices
{
    public static IServiceCollection AddDeploymentCheck(this IServiceCollection services, LambdaSettings settings, NewVersions versions, SyntheticAlarm synthetic, DeploymentEdges edges, TimeProvider clock)
    {
        edges.Keep(services);
        return services
            .AddSingleton(clock)
            .AddSingleton(s => new ProveNewVersion(edges.Functions, edges.Deployments, s.GetRequiredService<IIncidentStore>(), versions, synthetic, settings.AlarmTopic, clock));
    }
}
