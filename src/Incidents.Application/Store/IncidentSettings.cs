using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Store;

/// <summary>What an incident asks its configuration, which may have changed since it opened.</summary>
public static class IncidentSettings
{
    /// <summary>Whether the resolve of an incident drafts a postmortem: by its service and severity, and never for a check.</summary>
    public static bool Drafts(this OnCallConfiguration configuration, Incident incident) =>
        !incident.Source.IsCheck() && configuration.ServiceOf(incident).PostmortemFor.Contains(incident.Severity);

    /// <summary>The incident's service; the catch-all's when it has gone from the configuration.</summary>
    public static Service ServiceOf(this OnCallConfiguration configuration, Incident incident) =>
        configuration.Find(incident.Service) ?? configuration.CatchAll.Service;

    /// <summary>The team's channel that gets the incident's messages.</summary>
    public static TeamChannel TeamChannelOf(this OnCallConfiguration configuration, Incident incident) =>
        configuration.TeamChannelOf(configuration.ServiceOf(incident), incident.Source, incident.Urgency);

    /// <summary>How the incident behaves: the usual way while no configuration can be read.</summary>
    public static IncidentRules RulesOf(this OnCallConfiguration? configuration, IncidentRecord record)
    {
        if (configuration is null)
        {
            return IncidentRules.Default;
        }

        var service = configuration.ServiceOf(record.Incident);
        return configuration.PolicyOf(record, service) is { } policy ? service.Rules with { AcknowledgeTimeout = policy.AcknowledgeTimeout } : service.Rules;
    }

    /// <summary>Whom to page for an incident, by the steps it opened with and the people of this moment.</summary>
    public static PagePlanner PlannerFor(this OnCallConfiguration configuration, IncidentRecord record, Instant now) =>
        configuration.PlannerFor(configuration.PolicyOf(record, configuration.ServiceOf(record.Incident)), record, now);

    /// <summary>The same by the steps of the policy given.</summary>
    public static PagePlanner PlannerFor(this OnCallConfiguration configuration, EscalationPolicy? policy, IncidentRecord record, Instant now) =>
        new(configuration, policy, now, configuration.ServiceOf(record.Incident).IsShadow);

    /// <summary>Whom to page for an incident that is just opening.</summary>
    public static PagePlanner PlannerFor(this OnCallConfiguration configuration, Service service, Instant now) =>
        new(configuration, configuration.PolicyOf(service), now, service.IsShadow);

    /// <summary>The policy of a service; null means the catch-all.</summary>
    public static EscalationPolicy? PolicyOf(this OnCallConfiguration configuration, Service service) =>
        service.Policy is { } id ? configuration.Policies.GetValueOrDefault(id) : null;

    private static EscalationPolicy? PolicyOf(this OnCallConfiguration configuration, IncidentRecord record, Service service) =>
        record.Detail.Policy ?? configuration.PolicyOf(service);

    /// <summary>Word to the people who were paged, by all of their ways but the call, that an outsider has stopped what would have woken them.</summary>
    /// <returns>Null when the actor is no outsider, or no configuration says how the people are reached.</returns>
    public static PagingPlan? WordToThePaged(this OnCallConfiguration? configuration, Actor by, IncidentRecord record, Instant now)
    {
        if (configuration is null || !by.IsOutsider())
        {
            return null;
        }

        var incident = record.Incident;
        var paged = incident.Pages.Select(page => (PersonId?)page.Person).Append(incident.LastPage?.Person).OfType<PersonId>().Distinct().Where(id => configuration.FindPerson(id) is { IsActive: true });
        var planner = configuration.PlannerFor(record, now);
        return new PagingPlan([.. paged.SelectMany(id => planner.Person(id, incident).Targets).Where(target => target.Channel != ChannelKind.Voice)], []);
    }

    /// <summary>Whom the next step would page at that moment, without paging them; null when it would page no person.</summary>
    public static string? WhomEscalatingPages(this OnCallConfiguration configuration, IncidentRecord record, Instant now)
    {
        var planner = configuration.PlannerFor(record, now);
        return Names(record.Incident.Escalation is null ? planner.Start(record.Incident) : planner.Next(record.Incident));
    }

    /// <summary>The names of all people a plan pages, each once: `Ben and Cleo`; null when it pages none.</summary>
    public static string? Names(this PagingPlan plan)
    {
        var names = plan.Targets.Where(target => target.Person != PagePlanner.Nobody).Select(target => target.Name).Distinct().ToList();
        return names switch
        {
            [] => null,
            [var one] => one,
            { Count: <= MostNames } => $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}",
            _ => $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} more",
        };
    }

    private const int MostNames = 5;
}
