using Incidents.Domain;
using Incidents.Domain.Escalation;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>A chain notifies and waits in turn; a step here is what is notified between two waits.</summary>
internal static class GrafanaPolicies
{
    private const int RepeatsOfOnCall = 5;

    public static IReadOnlyList<EscalationPolicy> Read(GrafanaDocuments documents, Draft draft) =>
    [
        .. documents.Chains.Select(chain => Read(chain, [.. documents.Steps.Where(step => step.Text("escalation_chain_id") == chain.Text("id"))], draft))
            .OfType<EscalationPolicy>().OrderBy(policy => policy.Id),
    ];

    private static EscalationPolicy? Read(ExportValue chain, IReadOnlyList<ExportValue> parts, Draft draft)
    {
        var id = draft.Policies.Find(chain.Text("id"))!;
        var subject = $"escalation policy {id}";
        var steps = new List<EscalationStep>();
        var targets = new List<EscalationTarget>();
        var isRoundRobin = false;
        foreach (var part in parts)
        {
            if (part.Text("type") == "wait")
            {
                Close(part.Number("duration") is { } seconds ? (seconds + 59) / 60 : null);
            }
            else if (part.Text("type") != "repeat_escalation")
            {
                isRoundRobin |= part.Text("type") == "notify_person_next_each_time";
                targets.AddRange(Targets(part, subject, draft));
            }
        }

        Close(null);
        return steps.Count == 0
            ? draft.Unmapped.LeaveOut<EscalationPolicy>(subject, "escalation_policies", "It notifies nobody who is in the export, so it is left out.", "Write it by hand.")
            : new EscalationPolicy(new PolicyId(id), chain.Text("name") ?? id, steps, parts.Any(part => part.Text("type") == "repeat_escalation") ? RepeatsOfOnCall : 0);

        void Close(int? minutes)
        {
            if (targets.Count > 0)
            {
                steps.Add(new EscalationStep([.. targets.Distinct()], Steps.Timeout(minutes)) { RoundRobin = isRoundRobin });
            }
            else if (minutes is not null)
            {
                draft.Unmapped.Add(subject, "wait", "It waits where nobody has been notified; that is left out.", "Use `hold:` at the services, if alarms are meant to last before they page.");
            }

            targets.Clear();
            isRoundRobin = false;
        }
    }

    private static EscalationTarget[] Targets(ExportValue part, string subject, Draft draft)
    {
        EscalationTarget[] targets = part.Text("type") switch
        {
            "notify_persons" => [.. draft.OnCall(part.Texts("persons_to_notify")).Select(person => new EscalationTarget.One(person))],
            "notify_person_next_each_time" => [.. draft.OnCall(part.Texts("persons_to_notify_next_each_time")).Select(person => new EscalationTarget.One(person))],
            "notify_on_call_from_schedule" when draft.Schedules.Find(part.Text("notify_on_call_from_schedule")) is { } schedule => [new EscalationTarget.OnCall(new ScheduleId(schedule))],
            _ => [],
        };
        if (targets.Length == 0)
        {
            draft.Unmapped.LeaveOut(subject, $"step {part.Text("type")}", "It has no counterpart here, or names what is not in the export; it is left out.", "Export it too, or add a target by hand.");
        }

        return targets;
    }
}
