using Incidents.Application.Store;
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

    /// <summary>The Slack channel that hears of the incident: that of its service, or, for a message of low urgency, the one that is named for such.</summary>
    public static string ChannelOf(this OnCallConfiguration configuration, Incident incident)
    {
        var service = configuration.ServiceOf(incident);
        return incident is { Source: IncidentSource.Message, Urgency: Urgency.Low } && !service.IsShadow && configuration.Notices.Channel is { } channel
            ? channel
            : configuration.Slack.ChannelOf(service);
    }

    /// <summary>How the incident behaves.</summary>
    public static IncidentRules RulesOf(this OnCallConfiguration configuration, IncidentRecord record)
    {
        var service = configuration.ServiceOf(record.Incident);
        return configuration.PolicyOf(record, service) is { } policy ? service.Rules with { AcknowledgeTimeout = policy.AcknowledgeTimeout } : service.Rules;
    }

    /// <summary>Whom to page for an incident, by the steps it opened with and the people of this moment.</summary>
    public static PagePlanner PlannerFor(this OnCallConfiguration configuration, IncidentRecord record, Instant now) =>
        configuration.PlannerFor(configuration.PolicyOf(record, configuration.ServiceOf(record.Incident)), record, now);

    /// <summary>The same by the steps of a policy that somebody named.</summary>
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
}
