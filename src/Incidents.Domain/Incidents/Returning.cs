using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions about an incident that comes back: where its policy goes on, whom that pages, and when it counts as flapping.</summary>
internal static class Returning
{
    /// <summary>Whether it ended by itself before anybody answered, so that its policy goes on instead of starting over.</summary>
    public static bool GoesOn(this Incident incident) =>
        incident is { ResolveReason: ResolveReason.RecoveredByItself, AcknowledgedAt: null, Escalation: { } at, Source: IncidentSource.Alarm }
        && (at.Left is not null || incident.Urgency == Urgency.Low);

    /// <summary>What this return pages: the first one mentions those who slept through the recovery, the one that makes it flap them once more as such, any other nobody.</summary>
    public static bool IsPagedFor(this Incident incident, IncidentRules rules, Instant now) =>
        incident.FlappingSince is null && (incident.Returns.IsEmpty || incident.FlapsWith(now, rules));

    /// <summary>Goes on with the policy of an incident that has just come back, and pages for it where that is due.</summary>
    /// <param name="before">The incident before it came back.</param>
    /// <param name="planner">Null where no one can be looked up: then no page is asked for.</param>
    public static DecisionBuilder GoOn(this DecisionBuilder decision, Incident before, string why, IncidentRules rules, IPagePlanner? planner, Instant now)
    {
        decision.ResumePolicy(now);
        var flaps = before.FlappingSince is null && before.FlapsWith(now, rules);
        if (flaps)
        {
            decision.Add(new FlappingBegan(now, rules.Flapping.Returns, rules.Flapping.Within, rules.Flapping.Quiet));
        }

        if (planner is null || decision.State is not { Status: IncidentStatus.Triggered, Escalation: not null } || !before.IsPagedFor(rules, now))
        {
            return decision;
        }

        var plan = planner.Again(decision.State);
        return flaps ? decision.Request(plan, "it is flapping", now) : decision.Request(Mention(plan), why, now);
    }

    /// <summary>Each person's first way alone: the policy, whose clock goes on, brings the louder ones.</summary>
    private static PagingPlan Mention(PagingPlan plan) => plan with
    {
        Targets = [.. plan.Targets.Where(target => target.After <= plan.Targets.Where(other => other.Person == target.Person).Min(other => other.After))],
    };

    /// <summary>What was left of the step's time when all alarms went to OK runs on.</summary>
    public static DecisionBuilder ResumePolicy(this DecisionBuilder decision, Instant now) =>
        decision.State is { Status: IncidentStatus.Triggered, Escalation: { Left: { } left } at }
            ? decision.Add(new PolicyResumed(now, at.Round, at.Step, now + Duration.Max(left, Escalation.LeastGap)))
            : decision;

    private static bool FlapsWith(this Incident incident, Instant now, IncidentRules rules) =>
        1 + incident.Returns.Count(at => now - at <= rules.Flapping.Within) >= rules.Flapping.Returns;
}
