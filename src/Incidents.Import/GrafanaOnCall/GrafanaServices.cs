using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.Services;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>An integration is what alerts come in by; its default route says which chain they take.</summary>
internal static class GrafanaServices
{
    public static IReadOnlyList<Service> Read(GrafanaDocuments documents, IReadOnlyList<EscalationPolicy> policies, Draft draft) =>
        [.. documents.Integrations.Select(value => Read(value, policies, draft)).OrderBy(service => service.Id)];

    private static Service Read(ExportValue value, IReadOnlyList<EscalationPolicy> policies, Draft draft)
    {
        var id = draft.Services.Find(value.Text("id"))!;
        var policy = draft.Policies.Find(value.Find("default_route")?.Text("escalation_chain_id"));
        draft.Unmapped.Add("services", "integrations and routes", "OnCall routes by URL and template, we by the alarm's name.", "Add `alarms:` to each, with patterns for its CloudWatch alarms; split a service where routes led to several chains.");
        if (policies.All(one => one.Id.Value != policy))
        {
            policy = draft.Unmapped.LeaveOut<string>($"service {id}", "default_route", "Its chain is not in the export, so the catch-all is paged.", "Export /api/v1/escalation_chains and /api/v1/escalation_policies too, or add `policy:`.");
        }

        return new Service { Id = new ServiceId(id), Name = value.Text("name") ?? id, Policy = policy is { } named ? new PolicyId(named) : null };
    }
}
