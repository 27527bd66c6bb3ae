using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.Services;

namespace Incidents.Import.IncidentManager;

/// <summary>Escalation plans are policies, response plans are services.</summary>
internal static class IncidentManagerPlans
{
    public static (IReadOnlyList<EscalationPolicy> Policies, IReadOnlyList<Service> Services) Read(IncidentManagerDocuments documents, Draft draft)
    {
        var policies = documents.Escalations.Select(plan => Policy(plan, draft)).OfType<EscalationPolicy>().ToList();
        var services = new List<Service>();
        foreach (var plan in documents.ResponsePlans)
        {
            services.Add(Service(plan, policies, draft));
        }

        return ([.. policies.OrderBy(policy => policy.Id)], [.. services.OrderBy(service => service.Id)]);
    }

    private static EscalationPolicy? Policy(ExportValue contact, Draft draft)
    {
        var id = draft.Policies.Find(contact.Text("ContactArn"))!;
        var subject = $"escalation policy {id}";
        var steps = (contact.Find("Plan")?.Items("Stages") ?? [])
            .Select(stage => (Stage: stage, Targets: stage.Items("Targets").Select(target => Target(target.Find("ContactTargetInfo")?.Text("ContactId"), subject, draft)).OfType<EscalationTarget>().ToArray()))
            .Where(pair => pair.Targets.Length > 0)
            .Select(pair => new EscalationStep(pair.Targets, Steps.Timeout(pair.Stage.Number("DurationInMinutes")))).ToList();
        return steps.Count > 0
            ? new EscalationPolicy(new PolicyId(id), contact.Text("DisplayName") ?? id, steps, 0)
            : draft.Unmapped.LeaveOut<EscalationPolicy>(subject, "Plan.Stages", "No stage with a target is in the export; the policy is left out.", "Export get-contact for it, for list-contacts does not tell the plan.");
    }

    /// <summary>A response plan engages escalation plans, schedules and people at once; what is no single escalation plan gets a policy of its own.</summary>
    private static Service Service(ExportValue plan, List<EscalationPolicy> policies, Draft draft)
    {
        var id = draft.Services.Find(plan.Text("arn"))!;
        var name = plan.Text("displayName") ?? plan.Text("name") ?? id;
        var engaged = plan.Texts("engagements");
        draft.Unmapped.Add("services", "alarm actions", "A CloudWatch alarm names the response plan, here a service names its alarms.", "Add `alarms:` to each, with patterns for their names.");
        if (plan.Items("actions").Count > 0)
        {
            draft.Unmapped.Add($"service {id}", "actions", "Systems Manager documents are not run from here.", "Write their steps as a runbook.");
        }

        var escalations = engaged.Select(draft.Policies.Find).Where(policy => policies.Any(one => one.Id.Value == policy)).ToList();
        var policy = escalations.FirstOrDefault();
        if (escalations.Count > 1 || (escalations.Count == 1 && engaged.Count > 1))
        {
            draft.Unmapped.Add($"service {id}", "engagements", $"It engages {engaged.Count} at once and a service here has one policy; {policy} is written.", "Add the others as targets of its first step.");
        }
        else if (policy is null && engaged.Select(contact => Target(contact, $"service {id}", draft)).OfType<EscalationTarget>().ToArray() is { Length: > 0 } targets)
        {
            policy = draft.Policies.Find(plan.Text("arn"))!;
            policies.Add(new EscalationPolicy(new PolicyId(policy), name, [new EscalationStep(targets, Steps.Timeout(null))], 0));
        }

        return new Service { Id = new ServiceId(id), Name = name, Policy = policy is { } named ? new PolicyId(named) : null, DefaultSeverity = Impact(plan.Find("incidentTemplate")?.Number("impact")) };
    }

    private static EscalationTarget? Target(string? contact, string subject, Draft draft) =>
        draft.Schedules.Find(contact) is { } schedule ? new EscalationTarget.OnCall(new ScheduleId(schedule))
        : draft.Person(contact) is { } person ? new EscalationTarget.One(person)
        : draft.Unmapped.LeaveOut<EscalationTarget>(subject, "ContactId", $"{contact ?? "A target"} is not in the export, or is itself a plan.", "Export get-contact for it too, or add the target by hand.");

    /// <summary>1 is critical; 4 is low and 5 no impact, of which neither wakes anybody.</summary>
    private static Severity? Impact(int? impact) => impact switch
    {
        1 => Severity.Sev1,
        2 => Severity.Sev2,
        3 => Severity.Sev3,
        4 or 5 => Severity.Sev4,
        _ => null,
    };
}
