using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Import.Writing;

internal static class PoliciesFile
{
    public static string Write(ImportedTeam team)
    {
        var lines = new YamlLines();
        if (team.Policies.Count > 0)
        {
            lines.Add(0, "escalation_policies:");
        }

        foreach (var policy in team.Policies)
        {
            lines.Add(1, $"{Yaml.Text(policy.Id.Value)}:");
            lines.Add(2, $"name: {Yaml.Text(policy.Name)}");
            lines.Add(2, "steps:");
            foreach (var step in policy.Steps)
            {
                lines.Add(3, $"- targets: [{string.Join(", ", step.Targets.Select(Target))}]");
                lines.Add(4, $"timeout: {Yaml.Duration(step.Timeout)}");
                lines.AddIf(4, "round_robin", step.RoundRobin ? "true" : null);
            }

            lines.Add(2, $"repeat: {Yaml.Number(policy.Repeat)}");
            lines.AddIf(2, "acknowledge_timeout", policy.AcknowledgeTimeout == IncidentRules.Default.AcknowledgeTimeout ? null : Yaml.Duration(policy.AcknowledgeTimeout ?? Duration.Zero));
        }

        if (CatchAllTarget(team) is { } catchAll)
        {
            lines.Add(0, "");
            lines.Add(0, "# Required: hears of every alarm that no service claims, and of every page for which nobody is on call.");
            lines.Add(0, "catch_all:");
            lines.Add(1, catchAll);
        }

        return lines.ToString();
    }

    /// <summary>Returns the target that most services page already: the policy of most services, else the first schedule, else the first person; null for an empty team.</summary>
    public static string? CatchAllTarget(ImportedTeam team) =>
        team.Policies.OrderByDescending(policy => team.Services.Count(service => service.Policy == policy.Id)).ThenByDescending(policy => policy.Steps.Count).FirstOrDefault() is { } policy ? $"policy: {Yaml.Text(policy.Id.Value)}"
        : team.Schedules.Count > 0 ? $"targets: [schedule: {Yaml.Text(team.Schedules[0].Id.Value)}]"
        : team.People.Count > 0 ? $"targets: [person: {Yaml.Text(team.People[0].Id.Value)}]"
        : null;

    private static string Target(EscalationTarget target) => target switch
    {
        EscalationTarget.OnCall onCall => $"schedule: {Yaml.Text(onCall.Schedule.Value)}",
        EscalationTarget.One one => $"person: {Yaml.Text(one.Person.Value)}",
        EscalationTarget.Everyone everyone => $"team: {Yaml.Text(everyone.Team.Value)}",
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "No such kind of target."),
    };
}
