using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions about pages on their way: taking them up, settling them, and asking another channel when one does not take them.</summary>
public static class Delivering
{
    /// <summary>Writes down what became of pages, and asks another channel for those that failed.</summary>
    /// <param name="alongside">What else happened meanwhile.</param>
    public static Decision Settle(Incident incident, IEnumerable<PageReport> reports, IEnumerable<IncidentEvent> alongside, IPagePlanner planner, Instant now)
    {
        var decision = new DecisionBuilder(incident);
        foreach (var report in reports)
        {
            if (decision.State.Pages.Find(p => p.Id == report.Page) is { } page)
            {
                decision.Settle(page, report, planner, now);
            }
        }

        foreach (var happened in alongside)
        {
            decision.Add(happened);
        }

        return decision.Build(otherwise: Refusal.NothingDue);
    }

    /// <summary>Takes up before their time the pages that can share a message which goes out now.</summary>
    /// <param name="shares">Whether a page would arrive where that message does.</param>
    public static Decision Gather(Incident incident, Func<Page, bool> shares, IPagePlanner planner, Instant now)
    {
        var decision = new DecisionBuilder(incident);
        var shareable = incident.Pages.Where(p => (p.State == PageState.Waiting && (p.HandedOver || p.Deadline <= now + LastMinute.Gather))
            || (p is { State: PageState.Pending, Late: true } && decision.MayBegin(p, planner)));
        foreach (var page in shareable.Where(incident.IsDueOnItsOwn).Where(shares))
        {
            decision.TakeUp(page with { Deadline = now }, planner, now);
        }

        return decision.Build(otherwise: Refusal.NothingDue);
    }

    /// <summary>Looks at each page again before it leaves: one that was answered meanwhile stays where it is.</summary>
    internal static DecisionBuilder TakeUpPages(this DecisionBuilder decision, IPagePlanner planner, Instant now)
    {
        foreach (var id in decision.State.Pages.Where(p => p.Due <= now && decision.State.IsDueOnItsOwn(p)).Select(p => p.Id).ToList())
        {
            // Another page's hand-over may have begun this one meanwhile.
            if (decision.State.Pages.Find(p => p.Id == id) is { } page && page.Due <= now)
            {
                decision.TakeUp(page, planner, now);
            }
        }

        return decision;
    }

    private static void TakeUp(this DecisionBuilder decision, Page page, IPagePlanner planner, Instant now)
    {
        if (decision.NotNeeded(page) is { } why)
        {
            decision.Drop(page, why, now);
            return;
        }

        // Pages were kept back meanwhile: by now a phone takes the call for a first one.
        if (page is { Repeats: true, State: PageState.Pending } && now - page.Deadline > RepeatWithin)
        {
            decision.Drop(page, "too late to repeat the call", now);
            return;
        }

        if (page.HandOverAt <= now)
        {
            decision.AskAnother(page, "it has not taken the page in time", planner, now);
        }

        if (page is { State: PageState.Pending, Late: false } && planner.LeavesAt(page.Person, page.Channel, decision.State) is { } at)
        {
            decision.Add(new PageGathered(now, page.Id, page.Person, page.Channel, at));
        }
        else if (page.Deadline <= now)
        {
            decision.Add(page.State == PageState.Pending
                ? new PageStarted(now, page.Id, page.Person, page.Channel, now + IncidentRules.Claim, Instead: null)
                : new PageRetried(now, page.Id, now + IncidentRules.Claim, MayBeRepeat: page.State != PageState.Waiting || page.Unanswered > 0));
        }
    }

    private static void Settle(this DecisionBuilder decision, Page page, PageReport report, IPagePlanner planner, Instant now)
    {
        switch (report)
        {
            case PageReport.Attempted attempted:
                decision.Settle(page, attempted.Result, (int)attempted.Took.TotalMilliseconds, planner, now);
                break;
            case PageReport.Gathered gathered:
                decision.Add(new PageGathered(now, page.Id, page.Person, page.Channel, gathered.Until));
                break;
        }
    }

    private static void Settle(this DecisionBuilder decision, Page page, DeliveryResult result, int took, IPagePlanner planner, Instant now)
    {
        switch (result)
        {
            case DeliveryResult.Delivered:
                decision.Add(new PageSent(now, page.Id, page.Person, page.Channel, page.Attempts) { Took = took });
                decision.Repeat(page, planner, now);
                break;
            case DeliveryResult.RetryLater again:
                decision.Add(new PageDeferred(now, page.Id, now + (again.After ?? BackOff.After(page.Attempts, $"{decision.State.Number}.{page.Id}")), again.Answer) { Took = took });

                // It stands in for a channel that was waited for already: the person does not wait a second minute.
                if (page is { Tried: not null, IsReached: false })
                {
                    decision.AskAnother(page, again.Answer, planner, now);
                }

                break;
            case DeliveryResult.Unknown unknown when page.Unanswered == 0:
                decision.Add(new PageUnanswered(now, page.Id, now + IncidentRules.Claim, unknown.Answer) { Took = took });
                break;
            case DeliveryResult.Unknown unknown:
                decision.Fail(page, $"no answer, twice ({unknown.Answer})", took, planner, now);
                break;
            case DeliveryResult.Rejected failed:
                decision.Fail(page, failed.Answer, took, planner, now);
                break;
        }
    }

    /// <summary>How late a repeat may come: within two minutes of the first call.</summary>
    private static readonly Duration RepeatWithin = Duration.FromMinutes(1);

    /// <summary>A call that rings out is made once more: a phone that is muted lets a second call from the same number through.</summary>
    private static void Repeat(this DecisionBuilder decision, Page page, IPagePlanner planner, Instant now)
    {
        if (!page.Repeats && decision.State.Urgency == Urgency.High && decision.NotNeeded(page) is null && planner.RepeatsAfter(page.Channel) is { } wait)
        {
            decision.Add(new PageRepeatPlanned(now, page.Person, page.Channel, page.Step, Instant.Max((page.StartedAt ?? page.RequestedAt) + wait, now)));
        }
    }

    private static void Fail(this DecisionBuilder decision, Page page, string answer, int took, IPagePlanner planner, Instant now)
    {
        decision.AskAnother(page, answer, planner, now);
        decision.Add(new PageFailed(now, page.Id, page.Person, page.Channel, answer) { Took = took });
    }

    /// <summary>Asks the person's next channel, or brings a pending page of theirs forward; if none is left, the fallback topic. No channel is asked twice, or in vain.</summary>
    private static void AskAnother(this DecisionBuilder decision, Page page, string why, IPagePlanner planner, Instant now)
    {
        if (page.HandedOver || page.StandsAlone || decision.NotNeeded(page) is not null)
        {
            return;
        }

        var theirs = decision.State.Pages.Where(p => p.Person == page.Person).ToList();
        if (theirs.Where(p => p is { State: PageState.Pending, Repeats: false } && decision.MayBegin(p, planner)).MinBy(p => p.Deadline) is { } pending)
        {
            if (planner.LeavesAt(pending.Person, pending.Channel, decision.State) is { } at)
            {
                // It takes over with the next message that leaves for them there.
                decision.Add(new PageHandedOver(now, page.Id));
                if (!pending.Late)
                {
                    decision.Add(new PageGathered(now, pending.Id, pending.Person, pending.Channel, at));
                }

                return;
            }

            decision.Add(new PageStarted(now, pending.Id, pending.Person, pending.Channel, now + IncidentRules.Claim, Instead: page.Id));
            return;
        }

        if (theirs.Exists(p => p is { State: PageState.Pending, Repeats: false }))
        {
            // It takes over when their quiet hours end.
            decision.Add(new PageHandedOver(now, page.Id));
            return;
        }

        var isNews = decision.State.IsForNews(page);
        var tried = theirs.Select(p => p.Channel).Concat(page.Tried ?? []).Concat(isNews ? [Page.Call] : []).Distinct().ToList();
        var next = planner.Another(page, tried) ?? (page.IsReached || isNews ? null : new PageTarget(page.Person, page.Person.Value, Page.Fallback, page.Step));

        // One degraded message reaches all subscribers of the topic; a second for the same moment would say the same.
        if (next is null || (next.Channel == Page.Fallback && decision.State.Pages.Exists(p => p.Channel == Page.Fallback)))
        {
            decision.Add(new PageHandedOver(now, page.Id));
            return;
        }

        var waits = planner.WaitsUntil(next.Person, next.Channel, decision.State.Urgency);
        var together = waits is null ? planner.LeavesAt(next.Person, next.Channel, decision.State) : null;
        decision.Add(new PageRequested(now, next.Person, next.Name, next.Channel, page.Step, waits ?? together ?? now + IncidentRules.Claim, $"{page.Channel}: {why}")
        {
            Instead = page.Id,
            IsPending = (waits ?? together) is not null,
            Late = together is not null,
        });
    }

    /// <summary>Whether a pending page may be brought forward: not into the quiet hours of a person for whom it can wait.</summary>
    private static bool MayBegin(this DecisionBuilder decision, Page page, IPagePlanner planner) =>
        planner.WaitsUntil(page.Person, page.Channel, decision.State.Urgency) is null;

    private static string? NotNeeded(this DecisionBuilder decision, Page page) => decision.State switch
    {
        { IsOpen: false } => "already resolved",
        { News.IsSeen: true } state when state.IsForNews(page) => "they know of the new alarms",

        // Who was paged hears that an outsider acknowledged: that page is as old as the acknowledgement.
        { AcknowledgedAt: { } at, IsHeldByOutsider: true } when at == page.RequestedAt => null,
        { AcknowledgedAt: { } at } when at >= page.RequestedAt => "already acknowledged",
        _ => null,
    };
}
