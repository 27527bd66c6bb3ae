using Incidents.Domain;
using Incidents.Domain.Escalation;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Import.PagerDuty;

internal static class PagerDutyServices
{
    public static IReadOnlyList<Service> Read(IReadOnlyList<ExportValue> values, IReadOnlyList<Team> teams, IReadOnlyList<EscalationPolicy> policies, Draft draft) =>
        [.. values.Select(value => Read(value, teams, policies, draft)).OrderBy(service => service.Id)];

    private static Service Read(ExportValue value, IReadOnlyList<Team> teams, IReadOnlyList<EscalationPolicy> policies, Draft draft)
    {
        var name = value.Text("name") ?? value.Text("summary") ?? value.Text("id")!;
        var subject = $"service {draft.Services.Find(value.Text("id"))}";
        draft.Unmapped.Add("services", "integrations", "PagerDuty routes by key, we by the alarm's name.", "Add `alarms:` to each, with patterns for its CloudWatch alarms.");
        if (value.Number("auto_resolve_timeout") is > 0)
        {
            draft.Unmapped.Add("services", "auto_resolve_timeout", "Incidents here resolve when their alarms are OK, not by age.", "There is nothing to do.");
        }

        var policy = draft.Policies.Find(value.Find("escalation_policy")?.Text("id"));
        var team = draft.Teams.Find(value.Items("teams") is [var owner, ..] ? owner.Text("id") : null);
        if (policy is null || policies.All(one => one.Id.Value != policy))
        {
            policy = draft.Unmapped.LeaveOut<string>(subject, "escalation_policy", "It is not in the export, so the catch-all is paged.", "Export /escalation_policies too, or add `policy:`.");
        }

        var (severity, hours) = Urgency(value, subject, draft);
        return new Service
        {
            Id = new ServiceId(draft.Services.Find(value.Text("id"))!),
            Name = name,
            Policy = policy is { } named ? new PolicyId(named) : null,
            Team = teams.FirstOrDefault(one => one.Id.Value == team)?.Id,
            DefaultSeverity = severity,
            SupportHours = hours,
        };
    }

    /// <summary>High is our default, low is Sev4, and high in support hours but low outside is Sev3 with those hours.</summary>
    private static (Severity?, SupportHours?) Urgency(ExportValue service, string subject, Draft draft)
    {
        if (service.Find("incident_urgency_rule") is not { } rule)
        {
            return (null, null);
        }

        var within = rule.Find("during_support_hours")?.Text("urgency");
        var outside = rule.Find("outside_support_hours")?.Text("urgency");
        switch (rule.Text("type"), rule.Text("urgency"), within, outside)
        {
            case ("constant", "high", _, _):
            case ("use_support_hours", _, "high", "high"):
                return (null, null);
            case ("constant", "low", _, _):
            case ("use_support_hours", _, "low", "low"):
                return (Severity.Sev4, null);
            case ("use_support_hours", _, "high", "low") when Hours(service) is { } hours:
                return (Severity.Sev3, hours);
            default:
                draft.Unmapped.Add(subject, "incident_urgency_rule", "This urgency follows from the event or from other hours; everything pages as a Sev2.", "Add `severity_rules:`, or `severity:` with `support_hours:`.");
                return (null, null);
        }
    }

    private static SupportHours? Hours(ExportValue service)
    {
        if (service.Find("support_hours") is not { } hours || hours.Text("time_zone") is not { } id || ZoneIds.Find(id) is not { } zone
            || hours.Clock("start_time") is not { } from || hours.Clock("end_time") is not { } to)
        {
            return null;
        }

        var days = hours.Items("days_of_week").Select(day => day.Text()).Where(day => day is { Length: 1 } && day[0] is >= '1' and <= '7').Select(day => (IsoDayOfWeek)(day![0] - '0'));
        return new SupportHours(zone, days.ToHashSet(), from, to);
    }
}
