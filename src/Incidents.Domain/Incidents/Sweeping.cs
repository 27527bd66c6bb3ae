using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions that time makes.</summary>
public static class Sweeping
{
    /// <summary>News that was tried more often than this is given up. A page never is while nobody has the incident.</summary>
    public const int MostAttempts = 10;

    /// <summary>Does what has fallen due, and claims what then has to be sent.</summary>
    /// <remarks>Counting joined alarms and closing out need the store; the shell does those when their time has come.</remarks>
    public static Decision Elapse(Incident incident, Instant now)
    {
        var decision = new DecisionBuilder(incident);
        if (incident.ResolveAt <= now)
        {
            _ = incident.IsFiring ? decision.Add(new RecoveryEnded(now, "an alarm fires after all")) : decision.ResolveRecovered(now);
        }

        foreach (var page in decision.State.Pages.Where(p => p.Deadline <= now))
        {
            decision.Add(TakeUp(decision.State, page, now));
        }

        if (decision.State.RemindAt <= now)
        {
            decision.Add(new ReminderDue(now, "still open", now + IncidentRules.RemindEvery));
        }

        if (decision.State.Update is { } update && update.ClaimedUntil <= now && update.Attempts >= MostAttempts)
        {
            decision.Add(new ChannelUpdated(now, update.Since, $"given up after {update.Attempts} attempts"));
        }

        if (decision.State.Update?.ClaimedUntil <= now || decision.State.CloseOutAt <= now)
        {
            decision.Add(new ClaimRenewed(now, now + IncidentRules.Claim));
        }

        return decision.Build(otherwise: Refusal.NothingDue);
    }

    /// <summary>Writes down what became of a page.</summary>
    public static Decision Settle(Incident incident, IEnumerable<(int Page, PageOutcome Outcome)> outcomes, IEnumerable<IncidentEvent> alongside, Instant now)
    {
        var decision = new DecisionBuilder(incident);
        foreach (var (id, outcome) in outcomes)
        {
            if (incident.Pages.Find(p => p.Id == id) is { } page)
            {
                decision.Add(outcome switch
                {
                    PageOutcome.Sent => new PageSent(now, id, page.Person, page.Channel, page.Attempts),
                    PageOutcome.TryAgain again => new PageDeferred(now, id, again.At, again.Answer),
                    PageOutcome.Unknown unknown when page.Unanswered == 0 => new PageUnanswered(now, id, now + IncidentRules.Claim, unknown.Answer),
                    PageOutcome.Unknown unknown => new PageFailed(now, id, page.Person, page.Channel, $"no answer, twice ({unknown.Answer})"),
                    PageOutcome.Failed failed => new PageFailed(now, id, page.Person, page.Channel, failed.Answer),
                    _ => throw new InvalidOperationException($"unknown outcome {outcome}"),
                });
            }
        }

        foreach (var happened in alongside)
        {
            decision.Add(happened);
        }

        return decision.Build(otherwise: Refusal.NothingDue);
    }

    private static IncidentEvent TakeUp(Incident incident, Page page, Instant now) => page switch
    {
        _ when !incident.IsOpen => new PageDropped(now, page.Id, page.Person, "already resolved"),
        _ when incident.AcknowledgedAt >= page.RequestedAt => new PageDropped(now, page.Id, page.Person, "already acknowledged"),
        _ => new PageRetried(now, page.Id, now + IncidentRules.Claim, MayBeRepeat: page.State != PageState.Waiting),
    };
}
