using System.Collections.Immutable;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>The fold: an incident is what its events add up to. Total, and without a decision in it.</summary>
public static class Evolution
{
    /// <summary>The first state. Throws <see cref="InvalidOperationException"/> when a story does not begin with <see cref="IncidentTriggered"/>.</summary>
    public static Incident Begin(IncidentNumber number, IncidentEvent first) => first is not IncidentTriggered opened
        ? throw new InvalidOperationException($"{number}: the first event is {first.GetType().Name}, not {nameof(IncidentTriggered)}")
        : new Incident
        {
            Number = number,
            TimelineLength = 1,
            Title = opened.Title,
            Service = opened.Service,
            Severity = opened.Severity,
            Urgency = opened.Urgency,
            Source = opened.Source,
            Opener = opened.Alarm,
            TriggeredAt = opened.At,
            RemindAt = opened.At + IncidentRules.RemindEvery,
            RaiseUrgencyAt = opened.RaiseUrgencyAt,
        };

    /// <summary>Every event of a story in order.</summary>
    public static Incident Fold(IncidentNumber number, IEnumerable<IncidentEvent> story) =>
        story.Aggregate((Incident?)null, (state, next) => state is null ? Begin(number, next) : Apply(state, next))
        ?? throw new InvalidOperationException($"{number}: no events");

    /// <summary>One event more. Whatever a holder does shows that they know of the alarms they were told of.</summary>
    public static Incident Apply(Incident incident, IncidentEvent happened)
    {
        var next = Happened(incident, happened);
        return next.News is { IsSeen: false } news && happened.Doer() is { } doer && doer == next.AcknowledgedBy?.Id
            ? next with { News = news.Seen(), Joined = next.Joined with { Again = null } }
            : next;
    }

    private static Incident Happened(Incident incident, IncidentEvent happened)
    {
        var next = incident with { TimelineLength = incident.TimelineLength + 1 };
        return happened switch
        {
            IncidentGrouped e => next with { Group = e.Group },
            EscalationStepFired e => next with { Escalation = Reached(next, e) },
            PageRequested => Delivery.Apply(next, happened).CalledByItsAlarm(),
            PageRepeatPlanned or PageStarted or PageGathered or PageHandedOver or PageRetried or PageDeferred or PageUnanswered or PageSent or PageFailed or PageDropped => Delivery.Apply(next, happened),
            IncidentAcknowledged e => next.Tell(UpdateKind.Acknowledged, e.At).Stopped(e.By, e.At) with { AcknowledgedUntil = e.Until, ResolveAt = e.ResolveAt ?? next.ResolveAt },
            AcknowledgementExtended e => next with { AcknowledgedUntil = e.Until, AskedStillOnIt = false },
            StillOnItAsked e => next.Tell(UpdateKind.StillOnIt, e.At) with { AskedStillOnIt = true },
            AcknowledgementExpired => next.Untaken(),
            AcknowledgementGivenBack e => next.Tell(UpdateKind.GivenBack, e.At).Untaken(),
            IncidentSnoozed e => next.Tell(UpdateKind.Snoozed, e.At).Stopped(e.By, e.At) with { SnoozedUntil = e.Until },
            SnoozeEnded { Pages: true } => next.Untaken(),
            SnoozeEnded => next with { SnoozedUntil = null },
            IncidentEscalated e => next.Untaken() with { Quiet = null, EscalatedAt = e.At },
            IncidentReassigned => next.Untaken() with { Quiet = null },
            IncidentMitigated e => next.Tell(UpdateKind.Mitigated, e.At) with { MitigatedAt = e.At },
            RoleAssigned { Role: ResponseRole.Commander } e => next with { Commander = e.Person },
            RoleAssigned e => next with { Scribe = e.Person },
            AlarmsNamed e => next with { Joined = next.Joined with { Names = e.Names } },
            HolderNotified e => next with
            {
                News = new NewAlarms(e.At, e.Names, e.Count, e.Lead) { GoesOnAt = e.GoesOnAt },
                Joined = next.Joined with { Announced = next.Joined.Total },
            },
            NewAlarmsGathered e => next with { News = next.News is null ? null : next.News with { Waiting = e.Waiting }, Joined = next.Joined with { Announced = next.Joined.Total } },
            AlarmFiredAgain e => next.Tell(UpdateKind.AlarmsJoined, e.At) with { Joined = next.Joined with { Again = e.Name, News = 0 } },
            OpenedBeside e => next with { Beside = new OpenBeside(e.Other, e.Holder) },
            AlarmLeads e => e.Renames ? (next with { Lead = e.Alarm }).CalledByItsAlarm() : next with { Lead = e.Alarm },
            IncidentTitled e => next.Called(e.Title) with { TitledAt = e.At },
            IncidentLinked e => next with { Linked = Keep(next.Linked, e.Other) },

            // Who grades one incident has not said how bad another is that becomes part of it.
            IncidentAbsorbed e => next with { Linked = Keep(next.Linked, e.From), GradedAt = null },
            IncidentMerged e => next with { MergedInto = e.Into, Linked = Keep(next.Linked, e.Into) },
            PagingSuppressed e => (e.WaitsForAlarm ? next : next.Tell(UpdateKind.Held, e.At)) with { Quiet = new PagingSuppression(e.Until, e.Kind, e.Why) { WaitsForAlarm = e.WaitsForAlarm } },
            PagingPostponed e => next with { Quiet = new PagingSuppression(e.At, SuppressionKind.Hold, e.Why) { AwaitsConfiguration = true } },
            SuppressionEnded => next with { Quiet = null },
            UrgencyRaised => next with { Urgency = Urgency.High, RaiseUrgencyAt = null },
            AlarmChanged e => next with { Opener = Seen(next.Opener, e.Member, e.Change), IsKeptOpen = next.IsKeptOpen && e.Change.State != AlarmState.Alarm, AskAgainAt = e.Change.State == AlarmState.Alarm ? null : next.AskAgainAt },
            AlarmsCounted e => (e.Announce ? next.Tell(UpdateKind.AlarmsJoined, e.At) : next) with
            {
                Joined = next.Joined with
                {
                    Total = e.Total,
                    Firing = e.Firing,
                    CountedAt = e.At,
                    LastJoinedAt = e.LastJoinedAt,
                    Announced = e.Announce ? e.Total : next.Joined.Announced,
                    News = e.Announce ? e.Total - next.Joined.Announced : next.Joined.News,
                    Again = e.Announce && next.Joined.Again is not null ? "" : next.Joined.Again,
                },
                RecountAlarmsAt = e.NextCountAt,
                IsKeptOpen = next.IsKeptOpen && e.Firing == 0,
                AskAgainAt = e.Firing == 0 ? next.AskAgainAt : null,
            },
            SeverityChanged e => next.Graded(e),
            IncidentRecovered e => (next is { Status: IncidentStatus.Acknowledged, FlappingSince: null } ? next.Tell(UpdateKind.Recovered, e.At) : next) with
            {
                RecoveredAt = e.At,
                ResolveAt = e.ResolveAt,
                AskAgainAt = null,
                Escalation = next.FlappingSince is null && e.ResolveAt is not null ? next.Paused(e.At) : next.Escalation,
                AcknowledgedUntil = null,
                AskedStillOnIt = false,
                News = next.News?.Seen(),
            },
            RecoveryEnded e => next with
            {
                RecoveredAt = null,
                ResolveAt = null,
                Returns = next.Returned(e.At),
                AcknowledgedUntil = next is { Status: IncidentStatus.Acknowledged, SnoozedUntil: null } ? e.AcknowledgedUntil : null,
                Quiet = next.Quiet is { WaitsForAlarm: true } waiting ? waiting with { Until = e.At } : next.Quiet,
            },
            RecoveryDoubted e => next with
            {
                RecoveredAt = null,
                ResolveAt = null,
                AskAgainAt = e.AskAgainAt,
                AcknowledgedUntil = next is not { Status: IncidentStatus.Acknowledged, SnoozedUntil: null } ? null : e.Again ? next.AcknowledgedUntil : e.AcknowledgedUntil,
                Quiet = next.Quiet is { WaitsForAlarm: true } waits ? waits with { Until = e.At } : next.Quiet,
            },
            RecoveryNotConfirmed => next with { IsUnconfirmed = true },
            IncidentResolved e => (next.Source.IsCheck() ? next : next.Tell(UpdateKind.Resolved, e.At)).Over(e),
            IncidentReopened e => next.Back(e),
            IncidentReopenedByPerson e => next.TakenUp(e),
            PolicyResumed e => next with { Escalation = next.Escalation is { } at ? at with { NextAt = e.NextAt, Left = null } : null },
            FlappingBegan e => next with { FlappingSince = e.At, Returns = [] },
            ReminderDue e => next.Tell(UpdateKind.Reminder, e.At) with { RemindAt = e.NextAt },
            FiringEnded => next with { RemindAt = null },
            ClaimRenewed e => next with
            {
                Update = next.Update is { } u && u.ClaimedUntil <= e.At ? u with { ClaimedUntil = e.Until, Attempts = u.Attempts + 1 } : next.Update,
                FollowUpAt = next.FollowUpAt <= e.At ? e.Until : next.FollowUpAt,
            },
            ChannelUpdated e => next with { Update = next.Update?.Since > e.Through ? next.Update : null },
            FollowUpCompleted => next with { FollowUpAt = null },
            _ => next,
        };
    }

    /// <summary>The reason of the first step is the alarm's own, which stands in the detail; later ones are ours and short.</summary>
    private static EscalationState Reached(Incident incident, EscalationStepFired e) => incident.Escalation is null && e.At == incident.TriggeredAt
        ? new EscalationState(e.Round, e.Step, e.NextAt)
        : new EscalationState(e.Round, e.Step, e.NextAt) { FiredAt = e.At, Why = e.Why.Length <= LongestWhy ? e.Why : $"{e.Why.AsSpan(0, char.IsHighSurrogate(e.Why[LongestWhy - 1]) ? LongestWhy - 1 : LongestWhy)}…" };

    private static Incident Taken(this Incident incident, Actor by, Instant at) => incident.Calm() with
    {
        Status = IncidentStatus.Acknowledged,
        Escalation = incident.Escalation is null ? null : incident.Escalation with { NextAt = null, Left = null },
        AcknowledgedAt = at,
        AcknowledgedBy = by,
        News = null,
        Joined = incident.Joined with { Again = null },
    };

    /// <summary>Its pages stop. An outsider only makes the policy wait: what would have woken a person later still does.</summary>
    private static Incident Stopped(this Incident incident, Actor by, Instant at) => incident.Taken(by, at) with
    {
        Quiet = by.IsOutsider() ? incident.Quiet : null,
        RaiseUrgencyAt = by.IsOutsider() ? incident.RaiseUrgencyAt : null,
    };

    private static Incident Untaken(this Incident incident) => incident with
    {
        News = incident.News?.Seen(),
        Status = IncidentStatus.Triggered,
        AcknowledgedAt = null,
        AcknowledgedUntil = null,
        AskedStillOnIt = false,
        SnoozedUntil = null,
    };

    /// <summary>Clears all that would page by itself later: escalation, timeouts, snooze and news.</summary>
    private static Incident Calm(this Incident incident) => incident with
    {
        Escalation = incident.Escalation is null ? null : incident.Escalation with { NextAt = null },
        EscalatedAt = null,
        Quiet = null,
        RaiseUrgencyAt = null,
        AcknowledgedUntil = null,
        AskedStillOnIt = false,
        SnoozedUntil = null,
        News = incident.News?.Seen(),
    };

    private static Incident Graded(this Incident incident, SeverityChanged e) =>
        (e.From.IsWorseThan(e.To) ? incident.Tell(UpdateKind.SeverityLowered, e.At) : incident) with
        {
            Severity = e.To,
            GradedAt = e.By == Actor.System ? incident.GradedAt : e.At,
            Urgency = e.Urgency,
            Escalation = e.Urgency == Urgency.Low && incident.Escalation is { } running ? running with { NextAt = null } : incident.Escalation,
            RaiseUrgencyAt = incident.Status == IncidentStatus.Triggered ? e.RaiseUrgencyAt : null,
            AcknowledgedUntil = incident.Status == IncidentStatus.Acknowledged && incident.SnoozedUntil is null && incident.RecoveredAt is null ? e.AcknowledgedUntil : null,
        };

    /// <summary>All alarms are OK: what is left of the step's time waits for them to fire again.</summary>
    private static EscalationState? Paused(this Incident incident, Instant at) =>
        incident is { Status: IncidentStatus.Triggered, Escalation: { NextAt: { } next, Left: null } running }
            ? running with { Left = Duration.FromSeconds((long)Math.Ceiling(Math.Max(0, (next - at).TotalSeconds))) }
            : incident.Escalation;

    private static ImmutableList<Instant> Returned(this Incident incident, Instant at) =>
        incident.FlappingSince is not null ? []
        : incident.Returns.Count < FlappingRule.MostReturns ? incident.Returns.Add(at)
        : incident.Returns.RemoveAt(0).Add(at);

    private static Incident Over(this Incident incident, IncidentResolved e) => (incident with { Escalation = incident.Paused(e.At) }).Calm().CalledByItsAlarm() with
    {
        FlappingSince = null,
        AskAgainAt = null,
        IsUnconfirmed = incident.IsUnconfirmed && e.Reason == ResolveReason.RecoveredByItself,
        Status = IncidentStatus.Resolved,
        ResolvedAt = e.At,
        ResolveReason = e.Reason,
        ResolvedWhileFiring = e.WhileFiring,
        ResolvedBy = e.WhileFiring ? e.By : null,
        ResolveAt = null,
        RecountAlarmsAt = null,
        RemindAt = e.WhileFiring && incident.MergedInto is null ? e.At + IncidentRules.RemindOfFiringAfter : null,
        FollowUpAt = e.At + IncidentRules.Claim,
    };

    private static Incident Back(this Incident incident, IncidentReopened e) => incident with
    {
        Status = IncidentStatus.Triggered,
        Opener = e.Alarm ?? incident.Opener,
        AcknowledgedAt = null,
        RecoveredAt = null,
        ResolvedAt = null,
        ResolveReason = null,
        ResolvedWhileFiring = false,
        ResolvedBy = null,
        IsUnconfirmed = false,
        IsKeptOpen = false,
        MitigatedAt = null,
        FollowUpAt = null,
        Joined = incident.Joined with { CountedAt = null },
        RecountAlarmsAt = incident.Joined.Total > 0 || (e.Alarm is { } alarm && incident.Opener is { } opener && opener.Member != alarm.Member) ? e.At : null,
        Update = e.Announce ? incident.Tell(UpdateKind.Reopened, e.At).Update : null,
        Reopened = e.Times,
        Returns = e.Alarm is null ? incident.Returns : incident.Returned(e.At),
        RemindAt = e.At + IncidentRules.RemindEvery,
    };

    private static Incident TakenUp(this Incident incident, IncidentReopenedByPerson e) => incident.Tell(UpdateKind.Reopened, e.At).Taken(e.By, e.At) with
    {
        Opener = e.Alarm ?? incident.Opener,
        GradedAt = e.At,
        AcknowledgedUntil = e.Until,
        RecoveredAt = null,
        ResolvedAt = null,
        ResolveReason = null,
        ResolvedWhileFiring = false,
        ResolvedBy = null,
        IsUnconfirmed = false,
        IsKeptOpen = e.Alarm is not { IsFiring: true },
        MitigatedAt = null,
        FollowUpAt = null,
        Joined = incident.Joined with { CountedAt = null },
        RecountAlarmsAt = incident.Joined.Total > 0 ? e.At : null,
        Reopened = e.Times,
        RemindAt = e.At + IncidentRules.RemindEvery,
    };

    private static ImmutableList<IncidentNumber> Keep(ImmutableList<IncidentNumber> linked, IncidentNumber other)
    {
        var kept = linked.Remove(other).Add(other);
        return kept.Count > MostLinks ? kept.RemoveAt(0) : kept;
    }

    private const int MostLinks = 20;
    private const int LongestWhy = 120;

    private static Incident Tell(this Incident incident, UpdateKind kind, Instant at) =>
        incident with { Update = new PendingUpdate(kind, incident.TimelineLength, at + IncidentRules.NewsClaim, 1) };

    private static OpeningAlarm? Seen(OpeningAlarm? opener, AlarmMember member, AlarmChange change) =>
        opener is null || opener.Member != member
            ? opener
            : new OpeningAlarm(member, change) { IsFiring = change.State == AlarmState.Alarm || (change.State == AlarmState.InsufficientData && opener.IsFiring) };
}
