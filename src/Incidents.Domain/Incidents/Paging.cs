using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Whom to page, as the rotation stands at the moment of asking.</summary>
/// <param name="Targets">Everyone to page; empty when nobody could be found.</param>
/// <param name="Remarks">What the reader of the story should know: a step with nobody on call, a person without a channel.</param>
public sealed record PagingPlan(IReadOnlyList<PageTarget> Targets, IReadOnlyList<string> Remarks)
{
    /// <summary>Page nobody.</summary>
    public static PagingPlan Nobody { get; } = new([], []);
}

/// <summary>One person to page over one channel.</summary>
/// <param name="Step">Step of the escalation policy; 1 is the first, 0 the catch-all.</param>
public sealed record PageTarget(string Person, string Name, string Channel, int Step);

internal static class Paging
{
    public static DecisionBuilder Request(this DecisionBuilder decision, PagingPlan plan, string why, Instant now)
    {
        foreach (var remark in plan.Remarks)
        {
            decision.Add(new NobodyToPage(now, remark));
        }

        foreach (var target in plan.Targets)
        {
            decision.Add(new PageRequested(now, target.Person, target.Name, target.Channel, target.Step, now + IncidentRules.Claim, why));
        }

        return decision;
    }

    /// <summary>Pages nobody has in hand are not needed any more; one that is being sent settles itself.</summary>
    public static DecisionBuilder DropWaiting(this DecisionBuilder decision, string why, Instant now)
    {
        foreach (var page in decision.State.Pages.Where(p => p.State != PageState.Sending))
        {
            decision.Add(new PageDropped(now, page.Id, page.Person, why));
        }

        return decision;
    }
}
