using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Import.PagerDuty;

internal static class PagerDutyPolicies
{
    public static IReadOnlyList<EscalationPolicy> Read(PagerDutyDocuments documents, IReadOnlyList<string> schedules, Draft draft) =>
    [
        .. documents.Policies.Select(policy => Read(policy, documents, schedules, draft)).OfType<EscalationPolicy>().OrderBy(policy => policy.Id),
    ];

    private static EscalationPolicy? Read(ExportValue value, PagerDutyDocuments documents, IReadOnlyList<string> schedules, Draft draft)
    {
        var name = value.Text("name") ?? value.Text("summary") ?? value.Text("id")!;
        var subject = $"escalation policy {draft.Policies.Find(value.Text("id"))}";
        var steps = new List<EscalationStep>();
        foreach (var (index, rule) in value.Items("escalation_rules").Index())
        {
            EscalationTarget[] targets = [.. rule.Items("targets").Select(target => Target(target, schedules, $"{subject}, step {index + 1}", draft)).OfType<EscalationTarget>()];
            if (targets.Length > 0)
            {
                var isRoundRobin = rule.Find("escalation_rule_assignment_strategy")?.Text("type") == "round_robin";
                steps.Add(new EscalationStep(targets, Steps.Timeout(rule.Number("escalation_delay_in_minutes"))) { RoundRobin = isRoundRobin });
            }
            else
            {
                draft.Unmapped.LeaveOut(subject, $"escalation_rules[{index}]", "None of its targets could be read, so the step is left out.", "Add the step by hand.");
            }
        }

        return steps.Count == 0
            ? draft.Unmapped.LeaveOut<EscalationPolicy>(subject, "escalation_rules", "No step is left of it, so the policy is left out.", "Write it by hand.")
            : new EscalationPolicy(new PolicyId(draft.Policies.Find(value.Text("id"))!), name, steps, Steps.Repeat(value.Number("num_loops"), subject, "num_loops", draft))
            {
                AcknowledgeTimeout = AcknowledgeTimeout(value, documents.Services, subject, draft),
            };
    }

    private static EscalationTarget? Target(ExportValue target, IReadOnlyList<string> schedules, string subject, Draft draft)
    {
        var id = target.Text("id");
        EscalationTarget? mapped = target.Text("type")?.Replace("_reference", "", StringComparison.Ordinal) switch
        {
            "user" => draft.Person(id) is { } person ? new EscalationTarget.One(person) : null,
            "schedule" => draft.Schedules.Find(id) is { } schedule && schedules.Contains(schedule) ? new EscalationTarget.OnCall(new ScheduleId(schedule)) : null,
            _ => null,
        };
        return mapped ?? draft.Unmapped.LeaveOut<EscalationTarget>(subject, "targets", $"{target.Text("summary") ?? id ?? "A target"} ({target.Text("type")}) is not in the export.", "Export it too, or add the target by hand.");
    }

    /// <summary>PagerDuty keeps it with the service, we with the policy: what all services of the policy agree on.</summary>
    private static Duration? AcknowledgeTimeout(ExportValue policy, IReadOnlyList<ExportValue> services, string subject, Draft draft)
    {
        var timeouts = services.Where(service => service.Find("escalation_policy")?.Text("id") == policy.Text("id") && service.Has("acknowledgement_timeout"))
            .Select(service => service.Number("acknowledgement_timeout")).Distinct().ToList();
        if (timeouts.Count > 1)
        {
            draft.Unmapped.Add(subject, "acknowledgement_timeout", "Its services have different ones and a policy here has one; 30m stays.", "Split the policy, or set `acknowledge_timeout:`.");
        }

        return timeouts switch
        {
            [null] => null,
            [{ } seconds] => Duration.FromMinutes(Math.Clamp(seconds / 60, 10, 24 * 60)),
            _ => IncidentRules.Default.AcknowledgeTimeout,
        };
    }
}
