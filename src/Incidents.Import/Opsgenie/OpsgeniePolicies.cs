using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.People;

namespace Incidents.Import.Opsgenie;

/// <summary>Rules of an escalation count from the alert's beginning; steps here follow one another.</summary>
internal static class OpsgeniePolicies
{
    public static IReadOnlyList<EscalationPolicy> Read(OpsgenieDocuments documents, IReadOnlyList<Team> teams, Draft draft) =>
        [.. documents.Escalations.Select(value => Read(value, teams, draft)).OfType<EscalationPolicy>().OrderBy(policy => policy.Id)];

    private static EscalationPolicy? Read(ExportValue value, IReadOnlyList<Team> teams, Draft draft)
    {
        var id = draft.Policies.Find(value.Text("id"))!;
        var subject = $"escalation policy {id}";
        var stages = value.Items("rules")
            .Select(rule => (Minutes: Minutes(rule.Find("delay")), Target: Target(rule, teams, subject, draft), IsRandom: rule.Text("notifyType") == "random"))
            .Where(rule => rule.Target is not null)
            .GroupBy(rule => rule.Minutes).OrderBy(stage => stage.Key).ToList();
        if (stages.Count == 0)
        {
            return draft.Unmapped.LeaveOut<EscalationPolicy>(subject, "rules", "No rule could be read, so the policy is left out.", "Write it by hand.");
        }

        if (stages[0].Key > 0)
        {
            draft.Unmapped.Add(subject, "rules[0].delay", $"Its first step waits {stages[0].Key} minutes; here the first step is at once.", "Use `hold:` at the services, if alarms are meant to last before they page.");
        }

        var repeat = value.Find("repeat");
        var steps = stages.Select((stage, index) => new EscalationStep([.. stage.Select(rule => rule.Target!)], Steps.Timeout(index + 1 < stages.Count ? stages[index + 1].Key - stage.Key : repeat?.Number("waitInterval")))
        {
            RoundRobin = stage.All(rule => rule.IsRandom),
        });
        return new EscalationPolicy(new PolicyId(id), value.Text("name") ?? id, [.. steps], Steps.Repeat(repeat?.Number("count"), subject, "repeat.count", draft));
    }

    private static EscalationTarget? Target(ExportValue rule, IReadOnlyList<Team> teams, string subject, Draft draft)
    {
        if (rule.Text("condition") == "if-not-closed")
        {
            draft.Unmapped.Add(subject, "rules, condition if-not-closed", "It goes on after somebody acknowledged; here an acknowledgement ends it.", "`acknowledge_timeout:` pages again when an acknowledged incident is forgotten.");
        }

        if (rule.Text("notifyType") is "next" or "previous" or "users" or "admins")
        {
            draft.Unmapped.Add(subject, $"rules, notifyType {rule.Text("notifyType")}", "Steps here page whoever is on call, or everybody in a team; that is written.", "Use a second schedule, shifted by one turn, for the next person.");
        }

        var recipient = rule.Find("recipient") ?? default;
        var key = recipient.Text("id");
        EscalationTarget? target = recipient.Text("type") switch
        {
            "user" when draft.Person(key) is { } person => new EscalationTarget.One(person),
            "schedule" when draft.Schedules.Find(key) is { } schedule => new EscalationTarget.OnCall(new ScheduleId(schedule)),
            "team" when draft.Teams.Find(key) is { } team && teams.Any(one => one.Id.Value == team) => new EscalationTarget.Everyone(new TeamId(team)),
            _ => null,
        };
        return target ?? draft.Unmapped.LeaveOut<EscalationTarget>(subject, "recipient", $"{recipient.Text("name") ?? recipient.Text("username") ?? key ?? "One"} ({recipient.Text("type")}) is not in the export, or pages by rules of its own.", "Export it too, or add the target by hand.");
    }

    private static int Minutes(ExportValue? delay) => (delay?.Number("timeAmount") ?? 0) * (delay?.Text("timeUnit") switch
    {
        "hours" => 60,
        "days" => 24 * 60,
        _ => 1,
    });
}
