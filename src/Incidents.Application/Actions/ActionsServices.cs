using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Actions;

/// <summary>Registers the use cases of this folder: people act on incidents.</summary>
public static class ActionsServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddActions(this IServiceCollection services) => services
        .AddSingleton<DeclareIncident>()
        .AddSingleton<AcknowledgeIncident>()
        .AddSingleton<GiveBackIncident>()
        .AddSingleton<ResolveIncident>()
        .AddSingleton<ReopenIncident>()
        .AddSingleton<EscalateIncident>()
        .AddSingleton<SnoozeIncident>()
        .AddSingleton<ReassignIncident>()
        .AddSingleton<PageAlso>()
        .AddSingleton<ChangeSeverity>()
        .AddSingleton<EntitleIncident>()
        .AddSingleton<MitigateIncident>()
        .AddSingleton<AssignRole>()
        .AddSingleton<LinkIncidents>()
        .AddSingleton<MergeIncidents>()
        .AddSingleton<ActOnSeveral>()
        .AddSingleton<AddNote>();
}
