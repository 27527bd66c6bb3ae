using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.People;
using Incidents.Domain.Services;

namespace Incidents.Import.Opsgenie;

internal static class OpsgenieServices
{
    public static IReadOnlyList<Service> Read(OpsgenieDocuments documents, IReadOnlyList<Team> teams, IReadOnlyList<EscalationPolicy> policies, Draft draft) =>
        [.. documents.Services.Select(value => Read(value, documents, teams, policies, draft)).OrderBy(service => service.Id)];

    /// <summary>A service of Opsgenie belongs to a team, whose routing rules page; the team's only escalation is taken for them.</summary>
    private static Service Read(ExportValue value, OpsgenieDocuments documents, IReadOnlyList<Team> teams, IReadOnlyList<EscalationPolicy> policies, Draft draft)
    {
        var id = draft.Services.Find(value.Text("id"))!;
        var owned = documents.Escalations.Where(one => one.Find("ownerTeam")?.Text("id") == value.Text("teamId")).Select(one => draft.Policies.Find(one.Text("id"))).Where(policy => policies.Any(one => one.Id.Value == policy)).ToList();
        draft.Unmapped.Add("services", "integrations", "Opsgenie routes by key, we by the alarm's name.", "Add `alarms:` to each, with patterns for its CloudWatch alarms.");
        if (owned.Count != 1)
        {
            draft.Unmapped.Add($"service {id}", "routing rules", $"Its team has {owned.Count} escalations, so which pages for it cannot be told; the catch-all is paged.", "Add `policy:`.");
        }

        var team = draft.Teams.Find(value.Text("teamId"));
        return new Service { Id = new ServiceId(id), Name = value.Text("name") ?? id, Team = teams.FirstOrDefault(one => one.Id.Value == team)?.Id, Policy = owned is [{ } only] ? new PolicyId(only) : null };
    }
}
