using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Whom to page, as the rotation stands at the moment of asking.</summary>
/// <param name="Targets">Everyone to page; empty when no person could be found.</param>
/// <param name="Remarks">What the reader of the story should know: a step without people on call, a person without a channel.</param>
public sealed record PagingPlan(IReadOnlyList<PageTarget> Targets, IReadOnlyList<string> Remarks)
{
    /// <summary>A plan without pages.</summary>
    public static PagingPlan Nobody { get; } = new([], []);

    /// <summary>The step of the policy that is reached by this; null when these pages belong to no step.</summary>
    public EscalationPosition? Position { get; init; }

    /// <summary>How long they have before the next step; null when none follows by itself.</summary>
    public Duration? Timeout { get; init; }
}

/// <summary>One person to page over one channel.</summary>
/// <param name="Step">Step of the escalation policy; 1 is the first, 0 the catch-all.</param>
public sealed record PageTarget(PersonId Person, string Name, string Channel, int Step)
{
    /// <summary>How long to wait before this way is taken; zero means at once.</summary>
    public Duration After { get; init; }

    /// <summary>The page may share one message with others like it: the alarm was old when it came, or the person was told of others within the minute.</summary>
    public bool Late { get; init; }
}

internal static class Paging
{
    /// <summary>Asks for the pages of a plan, unless pages are kept back.</summary>
    /// <param name="scheduled">When the step was due; steps that come late follow each other at the least gap, in order.</param>
    public static DecisionBuilder Request(this DecisionBuilder decision, PagingPlan plan, string why, Instant now, Instant? scheduled = null) =>
        decision.State.Quiet is null ? decision.RequestNow(plan, why, now, scheduled) : decision;

    /// <summary>The same where whom to page may be unknown: without a plan the policy runs from its beginning as soon as a configuration can be read.</summary>
    public static DecisionBuilder RequestOnceKnown(this DecisionBuilder decision, PagingPlan? plan, string why, Instant now) =>
        plan is not null ? decision.Request(plan, why, now)
        : decision.State.Quiet is null ? decision.Add(new PagingPostponed(now, Unknown))
        : decision;

    /// <summary>Why an incident waits whose people cannot be looked up.</summary>
    internal const string Unknown = "the configuration cannot be read, so nobody could be looked up to page";

    /// <summary>The same, whatever keeps pages back: a person asks for it.</summary>
    public static DecisionBuilder RequestNow(this DecisionBuilder decision, PagingPlan plan, string why, Instant now, Instant? scheduled = null)
    {
        foreach (var remark in plan.Remarks)
        {
            decision.Add(new NobodyToPage(now, remark));
        }

        if (plan.Position is { } position)
        {
            decision.Add(new EscalationStepFired(now, position.Round, position.Step, NextAfter(plan, scheduled ?? now, now), why));
        }

        foreach (var target in plan.Targets)
        {
            // A page that is not acknowledged yet does not pile up on the one of the step before.
            foreach (var older in decision.State.Pages.Where(p => p.Person == target.Person && p.Channel == target.Channel && p.State != PageState.Sending))
            {
                decision.Drop(older, "a newer page takes its place", now);
            }

            decision.Add(new PageRequested(now, target.Person, target.Name, target.Channel, target.Step, now + (target.After > Duration.Zero ? target.After : IncidentRules.Claim), why)
            {
                IsPending = target.After > Duration.Zero,
                Late = target.Late,
            });
        }

        return decision;
    }

    /// <summary>All alarms are OK, so the page is held back; it goes out as soon as one fires again.</summary>
    public static DecisionBuilder WaitForAlarm(this DecisionBuilder decision, SuppressionKind kind, string why, Instant now) =>
        decision.Add(new PagingSuppressed(now, decision.State.ResolveAt ?? now + IncidentRules.RemindEvery, kind, why) { WaitsForAlarm = true });

    /// <summary>Drops the pages that wait to be sent, which are not needed any more; one that is being sent settles itself.</summary>
    public static DecisionBuilder DropWaiting(this DecisionBuilder decision, string why, Instant now, Func<Page, bool>? only = null)
    {
        foreach (var page in decision.State.Pages.Where(p => p.State != PageState.Sending && only?.Invoke(p) != false))
        {
            decision.Drop(page, why, now);
        }

        return decision;
    }

    public static DecisionBuilder Drop(this DecisionBuilder decision, Page page, string why, Instant now) =>
        decision.Add(new PageDropped(now, page.Id, page.Person, why) { WasPending = page.State == PageState.Pending });

    private static Instant? NextAfter(PagingPlan plan, Instant scheduled, Instant now) =>
        plan.Timeout is { } timeout ? Instant.Max(scheduled + timeout, now + EscalationState.LeastGap) : null;
}
