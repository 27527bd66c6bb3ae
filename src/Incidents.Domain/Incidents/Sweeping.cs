using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions that time makes.</summary>
public static class Sweeping
{
    /// <summary>News that was tried more often than this is given up. A page never is while the incident is unacknowledged.</summary>
    public const int MostAttempts = 10;

    /// <summary>Does what has fallen due, and claims what then has to be sent.</summary>
    /// <remarks>Counting joined alarms and closing out need the store; the shell does those when their time has come.</remarks>
    /// <param name="belief">What CloudWatch said of its alarms, where a recovery would resolve it now.</param>
    /// <param name="rules">How it behaves; the product's own where they are left out.</param>
    public static Decision Elapse(Incident incident, IPagePlanner planner, Instant now, RecoveryBelief belief = RecoveryBelief.Unasked, IncidentRules? rules = null)
    {
        var decision = new DecisionBuilder(incident);
        if (incident.ResolveAt <= now)
        {
            _ = incident.IsFiring ? decision.Add(new RecoveryEnded(now, "an alarm fires after all")).ResumePolicy(now)
                : belief == RecoveryBelief.StillFiring ? decision.Doubt(rules ?? IncidentRules.Default, now)
                : decision.ResolveRecovered(now, belief);
        }
        else if (incident.AskAgainAt <= now)
        {
            _ = belief == RecoveryBelief.StillFiring ? decision.Doubt(rules ?? IncidentRules.Default, now) : decision.RecoverAfterDoubt(rules ?? IncidentRules.Default, belief, now);
        }

        if (decision.State.IsOpen)
        {
            decision.EndQuiet(planner, now).EndSnooze(planner, now).AttendNews(planner, now).EndAcknowledgement(planner, now).RaiseUrgency(planner, now).Escalate(planner, now);
        }

        return decision.TakeUpPages(planner, now).Remind(now).RenewClaims(now).Build(otherwise: Refusal.NothingDue);
    }

    /// <summary>Whether an incident is unacknowledged, cannot wait, and would never page again: after a write by an older version, or a fault.</summary>
    public static bool IsForgotten(Incident incident) => incident.IsOpen
        && (incident.Due is null
            || (incident is { Status: IncidentStatus.Triggered, Urgency: Urgency.High, Quiet: null, EscalatesAt: null, IsResolvingItself: false }));

    /// <summary>Takes up an incident that is forgotten: the people on call are paged.</summary>
    public static Decision Revive(Incident incident, IPagePlanner planner, Instant now)
    {
        if (!IsForgotten(incident))
        {
            return new Decision.Ignored(Refusal.NothingDue);
        }

        const string Why = "repaired: nothing was due any more";
        var decision = new DecisionBuilder(incident).Add(new NoteAdded(now, Actor.System, Why));
        if (incident.Status == IncidentStatus.Triggered)
        {
            decision.Request(planner.Start(incident), Why, now);
        }

        return (incident.RemindAt is null ? decision.Add(new ReminderDue(now, Why, now + IncidentRules.RemindEvery)) : decision).Accept();
    }

    /// <summary>No alarm of an incident that was resolved while one fired is in ALARM any more.</summary>
    public static Decision StopReminding(Incident incident, Instant now) =>
        incident is { IsOpen: false, RemindAt: not null }
            ? new DecisionBuilder(incident).Add(new FiringEnded(now)).Accept()
            : new Decision.Ignored(Refusal.NothingDue);

    /// <summary>CloudWatch no longer contradicts: from here on its alarms have to stay OK as after any recovery.</summary>
    private static DecisionBuilder RecoverAfterDoubt(this DecisionBuilder decision, IncidentRules rules, RecoveryBelief belief, Instant now)
    {
        var wait = decision.State.RecoveryWait(rules);
        decision.Add(new IncidentRecovered(now, wait == Duration.Zero ? null : now + wait));
        return wait == Duration.Zero ? decision.ResolveRecovered(now, belief) : decision;
    }

    private static DecisionBuilder EndQuiet(this DecisionBuilder decision, IPagePlanner planner, Instant now)
    {
        if (decision.State.Quiet is not { } quiet || quiet.Until > now)
        {
            return decision;
        }

        if (decision.State.RecoveredAt is not null)
        {
            return decision.WaitForAlarm(quiet.Kind, quiet.Why, now);
        }

        var why = quiet switch
        {
            { WaitsForAlarm: true } => "the alarm fired again",
            { AwaitsConfiguration: true } => "the configuration can be read again",
            { Kind: SuppressionKind.Hold } => "the alarm has lasted",
            _ => "the maintenance window is over and it is still open",
        };
        return decision.Add(new SuppressionEnded(now, why)).Request(planner.Start(decision.State), why, now);
    }

    private static DecisionBuilder EndSnooze(this DecisionBuilder decision, IPagePlanner planner, Instant now)
    {
        if (decision.State.SnoozedUntil is not { } until || until > now)
        {
            return decision;
        }

        if (decision.State.IsResolvingItself)
        {
            return decision.Add(new SnoozeEnded(now, "it has recovered", Pages: false));
        }

        var snoozer = decision.State.AcknowledgedBy!.AsPerson();
        const string Why = "the snooze is over";
        decision.Add(new SnoozeEnded(now, Why, Pages: true));
        return decision.Request(planner.IsOnCall(snoozer) ? planner.Person(snoozer, decision.State) : planner.Start(decision.State), Why, now);
    }

    private static DecisionBuilder EndAcknowledgement(this DecisionBuilder decision, IPagePlanner planner, Instant now)
    {
        if (decision.State.AcknowledgementDue is not { } due || due > now)
        {
            return decision;
        }

        var person = decision.State.AcknowledgedBy!;
        var outsider = decision.State.IsHeldByOutsider;
        if (!decision.State.AskedStillOnIt && !outsider)
        {
            decision.Add(new StillOnItAsked(now, person.AsPerson()));
        }

        if (decision.State.AcknowledgedUntil > now)
        {
            return decision;
        }

        // A holder whose shift is over has gone to bed: the people on call now are paged, and the policy runs from its beginning.
        decision.Add(new AcknowledgementExpired(now, person.AsPerson()));
        return planner.IsOnCall(person.AsPerson())
            ? decision.Request(planner.Person(person.AsPerson(), decision.State), $"{person.Name} was not heard of since", now)
            : decision.Request(planner.Start(decision.State), outsider ? Responding.OutsiderHasIt(person) : $"{person.Name} was not heard of since, and is not on call now", now);
    }

    private static DecisionBuilder RaiseUrgency(this DecisionBuilder decision, IPagePlanner planner, Instant now)
    {
        if (decision.State.RaiseUrgencyAt is not { } due || due > now)
        {
            return decision;
        }

        const string Why = "support hours have begun";
        decision.Add(new UrgencyRaised(now, Why));
        return decision.State is { RecoveredAt: not null, Quiet: null }
            ? decision.WaitForAlarm(SuppressionKind.Hold, Why, now)
            : decision.Request(planner.Start(decision.State), Why, now);
    }

    private static DecisionBuilder Escalate(this DecisionBuilder decision, IPagePlanner planner, Instant now) =>
        decision.State.EscalatesAt is { } due && due <= now
            ? decision.Request(planner.Next(decision.State), EscalationState.NobodyAnswered, now, scheduled: due)
            : decision;

    private static DecisionBuilder Remind(this DecisionBuilder decision, Instant now) =>
        decision.State.RemindAt <= now
            ? decision.Add(new ReminderDue(now, decision.State.IsOpen ? "still open" : "resolved, and an alarm still fires", now + decision.State.RemindAgainAfter()))
            : decision;

    private static Duration RemindAgainAfter(this Incident incident) =>
        incident.RemindAt - incident.ResolvedAt <= IncidentRules.RemindOfFiringAfter ? IncidentRules.RemindOfFiringAgainAfter : IncidentRules.RemindEvery;

    private static DecisionBuilder RenewClaims(this DecisionBuilder decision, Instant now)
    {
        if (decision.State.Update is { } update && update.ClaimedUntil <= now && update.Attempts >= MostAttempts)
        {
            decision.Add(new ChannelUpdated(now, update.Since, $"given up after {update.Attempts} attempts"));
        }

        return decision.State.Update?.ClaimedUntil <= now || decision.State.FollowUpAt <= now
            ? decision.Add(new ClaimRenewed(now, now + IncidentRules.Claim))
            : decision;
    }
}
