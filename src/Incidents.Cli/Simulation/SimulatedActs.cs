using Incidents.Application.Actions;
using Incidents.Application.Maintenance;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Cli.Simulation;

/// <summary>Does what people did, by the use cases that the command line and the API have.</summary>
internal sealed class SimulatedActs(IServiceProvider services, OnCallConfiguration configuration)
{
    /// <returns>Why it was not done, with the line; null when it was.</returns>
    public async Task<string?> Do(HistoricAct act, CancellationToken cancellation)
    {
        if (configuration.FindPerson(new PersonId(act.By)) is not { } person)
        {
            return $"line {act.Line}: by: no person of the configuration has this id";
        }

        var by = new Actor(person.Id.Value, person.Name, Via.CommandLine);
        if (act.Window is { } window)
        {
            return await Get<PlanMaintenance>().Handle(window, by, cancellation) is MaintenanceResult.Refused refused ? $"line {act.Line}: {refused.Field} {refused.Problem}" : null;
        }

        return await Change(act, by, cancellation) switch
        {
            ChangeResult.NotFound => $"line {act.Line}: {act.Act} {act.Incident}: the replay has no such incident by then",
            ChangeResult.Ignored ignored => $"line {act.Line}: {act.Act} {act.Incident}: {ignored.Refusal.InWords()}",
            _ => null,
        };
    }

    private Task<ChangeResult> Change(HistoricAct act, Actor by, CancellationToken cancellation) => act.Act switch
    {
        "give-back" => Get<GiveBackIncident>().Handle(act.Incident, by, cancellation),
        "snooze" => Get<SnoozeIncident>().Handle(act.Incident, by, act.Until!, cancellation),
        "escalate" => Get<EscalateIncident>().Handle(act.Incident, by, cancellation),
        "mitigate" => Get<MitigateIncident>().Handle(act.Incident, by, cancellation),
        "resolve" => Get<ResolveIncident>().Handle(act.Incident, by, ResolveReason.Fixed, confirmed: true, note: null, cancellation),
        "reopen" => Get<ReopenIncident>().Handle(act.Incident, by, act.Text, cancellation),
        "note" => Get<AddNote>().Handle(act.Incident, by, act.Text, cancellation),
        _ => Get<AcknowledgeIncident>().Handle(act.Incident, by, cancellation),
    };

    private T Get<T>()
        where T : notnull => services.GetRequiredService<T>();
}
