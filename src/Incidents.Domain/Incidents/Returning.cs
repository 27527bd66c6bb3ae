using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions about an incident that comes back: where its policy goes on, whom that pages, and when it counts as flapping.</summary>
internal static class Returning
{
    /// <summary>Whether it ended by itself before anybody answered, so that its policy goes on instead of starting over.</summary>
    public static bool GoesOn(this Incident incident) =>
        incident is { ResolveReason: ResolveReason.RecoveredByItself, AcknowledgedAt: null, Escalation: { } at, Source: IncidentSource.Alarm }
        && (at.Left is not null || incident.Urgency == Urgency.Low);

    /// <summary>
    /// What this return pages: the first one mentions those who slept through the recovery, unless their page is so young that it stands; the one that makes it flap
    /// pages them once more as such; any other return does not page.
    /// </summary>
    public static bool IsPagedFor(this Incident incident, IncidentRules rules, Instant now) =>
        incident.FlappingSince is null && (incident.FlapsWith(now, rules) || !incident.WasMentioned(now));

    private static bool WasMentioned(this Incident incident, Instant now) =>
        incident.LastPage is { } page && (now - page.At < Opening.UnansweredPageStands || incident.Returns.Exists(returned => returned <= page.At));

    /// <summary>Goes on with the policy of an incident that has just come back, and pages for it where that is due.</summary>
    /// <param name="before">The incident before it came back.</param>
    /// <param name="planner">Null where people cannot be looked up: then no page is asked for.</param>
    public static DecisionBuilder GoOn(this DecisionBuilder decision, Incident before, string why, IncidentRules rules, IPagePlanner? planner, Instant now)
    {
        decision.ResumePolicy(now).CountReturn(before, rules, now);
        var flaps = before.FlappingSince is null && decision.State.FlappingSince is not null;
        if (planner is null || decision.State is not { Status: IncidentStatus.Triggered, Escalation: not null })
        {
            return decision;
        }

        if (!before.IsPagedFor(rules, now))
        {
            var louder = before is { ResolvedAt: not null, FlappingSince: null, LastPage: { } stands } && now - stands.At < Opening.UnansweredPageStands
                ? Louder(planner.Again(decision.State), before, stands, now)
                : PagingPlan.Nobody;
            return louder.Targets.Count == 0 ? decision : decision.Request(louder, why, now);
        }

        var plan = planner.Again(decision.State);
        return flaps ? decision.Request(plan, "it is flapping", now) : decision.Request(Mention(plan), why, now);
    }

    /// <summary>Whether this return makes it flap.</summary>
    public static DecisionBuilder CountReturn(this DecisionBuilder decision, Incident before, IncidentRules rules, Instant now) =>
        before.FlappingSince is null && before.FlapsWith(now, rules)
            ? decision.Add(new FlappingBegan(now, rules.Flapping.Returns, rules.Flapping.Within, rules.Flapping.Quiet))
            : decision;

    /// <summary>How long all alarms must be OK before it resolves; null when only a person resolves it.</summary>
    public static Duration? RecoveryWait(this Incident incident, IncidentRules rules)
    {
        var wait = incident.Status == IncidentStatus.Acknowledged ? rules.ResolveAfterWhenAcknowledged : rules.ResolveAfter;
        return rules.ResolveAfter is null ? null
            : incident.FlappingSince is not null ? Duration.Max(wait ?? Duration.Zero, rules.Flapping.Quiet)
            : rules.ResolveAfter == Duration.Zero ? Duration.Zero
            : wait;
    }

    /// <summary>Each person's first way alone: the policy, whose clock goes on, brings the louder ones.</summary>
    private static PagingPlan Mention(PagingPlan plan) => plan with
    {
        Targets = [.. plan.Targets.Where(target => target.After <= plan.Targets.Where(other => other.Person == target.Person).Min(other => other.After))],
    };

    /// <summary>The ways of a page that stands which its end had dropped, at their own times.</summary>
    private static PagingPlan Louder(PagingPlan plan, Incident before, LastPage stands, Instant now)
    {
        var began = before.Returns.Where(at => at <= stands.At).Append(before.TriggeredAt).Max();
        return plan with
        {
            Targets = [.. plan.Targets.Where(target => !target.Late && target.After > stands.At - began).Select(target => target with { After = Duration.Max(began + target.After - now, Duration.FromSeconds(1)) })],
            Remarks = [],
        };
    }

    /// <summary>What was left of the step's time when all alarms went to OK runs on.</summary>
    public static DecisionBuilder ResumePolicy(this DecisionBuilder decision, Instant now) =>
        decision.State is { Status: IncidentStatus.Triggered, Urgency: Urgency.High, Escalation: { Left: { } left } at }
            ? decision.Add(new PolicyResumed(now, at.Round, at.Step, now + Duration.Max(left, EscalationState.LeastGap)))
            : decision;

    private static bool FlapsWith(this Incident incident, Instant now, IncidentRules rules) =>
        1 + incident.Returns.Count(at => now - at <= rules.Flapping.Within) >= rules.Flapping.Returns;
}
