using Incidents.Domain;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Configuration;

/// <summary>What an incident asks its configuration, which may have changed since it opened.</summary>
public static class IncidentSettings
{
    /// <summary>The incident's service; the catch-all's when it has gone from the configuration.</summary>
    public static Service ServiceOf(this OnCallConfiguration configuration, Incident incident) =>
        configuration.Find(incident.Service) ?? configuration.CatchAll.Service;

    /// <summary>How the incident behaves.</summary>
    public static IncidentRules RulesOf(this OnCallConfiguration configuration, Incident incident) =>
        configuration.ServiceOf(incident).Rules;

    /// <summary>The first pages of an incident. When nobody at all can be found the channel is told all the same, by a page to nobody in particular.</summary>
    public static PagingPlan FirstPages(this OnCallConfiguration configuration, Service service, Instant now)
    {
        var plan = configuration.Plan(service, step: 1, now);
        return plan.Targets.Count > 0 ? plan : plan with { Targets = [new PageTarget(Nobody, "nobody", "slack", Step: 0)] };
    }

    /// <summary>The pages of an incident that came back: whoever had it, if they are still on duty, else the policy.</summary>
    public static PagingPlan PagesAfterReopening(this OnCallConfiguration configuration, Service service, string? acknowledger, Instant now)
    {
        var plan = configuration.FirstPages(service, now);
        var target = plan.Targets.FirstOrDefault(t => t.Person == acknowledger);
        return target is null ? plan : plan with { Targets = [target] };
    }

    /// <summary>Stands where a person's id would, when there is none.</summary>
    public const string Nobody = "nobody";
}
