using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>The alarms that joined an incident, summed up by the process that counted them.</summary>
/// <param name="Total">How many joined, the opening alarm not among them.</param>
/// <param name="Firing">How many are not back to OK.</param>
/// <param name="LastJoinedAt">When the newest joined.</param>
/// <param name="Worst">The worst severity among them and the alarm that has it.</param>
public sealed record JoinedCount(int Total, int Firing, Instant? LastJoinedAt, (Severity Severity, string Name)? Worst)
{
    /// <summary>The alarm the incident is about; null when there is none, or that was not asked.</summary>
    public LeadingAlarm? Lead { get; init; }

    /// <summary>They themselves, in the order they joined; empty when only their number is known.</summary>
    public IReadOnlyList<MemberAlarm> Members { get; init; } = [];

    /// <summary>Name of the alarm that opened the incident; null when it is not known.</summary>
    public string? OpenerName { get; init; }

    /// <summary>At most three names: those that fire and the newest first.</summary>
    public IEnumerable<string> Names => Members.OrderByDescending(m => m is { IsFiring: true, IsMessage: false }).ThenByDescending(m => m.JoinedAt).Select(m => m.Name.Length <= LongestName ? m.Name : $"{m.Name[..LongestName]}…").Distinct().Take(NewAlarms.MostNames);

    private const int LongestName = 80;

    /// <summary>That is the alarm which opened the incident, with nothing to add to its message.</summary>
    public bool OpenerLeads { get; init; }

    /// <summary>Whether one of them that fires is worse than the incident is now.</summary>
    public bool Raises(Incident incident) => Worst?.Severity.IsWorseThan(incident.Severity) == true;
}

/// <summary>Decisions about what the alarms of an incident do.</summary>
public static class Watching
{
    /// <summary>The alarm that opened the incident changed.</summary>
    /// <param name="lead">What pages tell of it when it fires; null when that is not known.</param>
    /// <param name="planner">Whom to page when it comes back; null where people cannot be looked up.</param>
    /// <param name="belief">What CloudWatch said, asked because a recovery would resolve it at once.</param>
    public static Decision Observe(Incident incident, AlarmMember member, AlarmChange change, string reason, IncidentRules rules, Instant now, LeadingAlarm? lead = null, IPagePlanner? planner = null, RecoveryBelief belief = RecoveryBelief.Unasked)
    {
        if (!incident.IsOpen)
        {
            return new Decision.Ignored(Refusal.AlreadyResolved);
        }

        if (incident.Opener is not { } opener || opener.Member != member)
        {
            return new Decision.Ignored(Refusal.NothingOpen);
        }

        if (change == opener.Change)
        {
            return new Decision.Ignored(Refusal.RepeatedChange);
        }

        var decision = new DecisionBuilder(incident);
        if (!change.Supersedes(opener.Change))
        {
            return decision.Add(new StaleAlarmNoted(now, member, change)).Accept();
        }

        decision.Add(new AlarmChanged(now, member, change, reason));
        if (lead is not null && !opener.IsFiring && (incident.Lead is null || incident.Lead.Member == member))
        {
            // What its first message said is kept for good; people are told what this one says.
            decision.Add(new AlarmLeads(now, lead, Renames: true));
        }

        return (opener.IsFiring || change.State != AlarmState.Alarm ? decision : decision.TellAgain(lead?.Name, now)).WeighRecovery(rules, now, planner, belief).Accept();
    }

    /// <summary>Joined alarms were counted: the incident may get worse, recover, or stop recovering.</summary>
    /// <param name="grade">How urgent the worst of them makes it.</param>
    /// <param name="plan">Whom to page if it got worse.</param>
    /// <param name="planner">Whom to page when it comes back, and how the holder is reached; null where people cannot be looked up.</param>
    /// <param name="belief">What CloudWatch said, asked because a recovery would resolve it at once.</param>
    public static Decision Count(Incident incident, JoinedCount count, Grade grade, PagingPlan plan, IncidentRules rules, Instant now, IPagePlanner? planner = null, RecoveryBelief belief = RecoveryBelief.Unasked)
    {
        if (!incident.IsOpen)
        {
            return new Decision.Ignored(Refusal.AlreadyResolved);
        }

        var before = incident.Joined;
        var isNews = count.Total != before.Total || count.Firing != before.Firing;
        var more = count.Total > before.Announced;
        var quietSince = before.LastJoinedAt is not { } last || now - last > QuietBeforeAnnouncing;
        var fresh = FreshAlarms.Of(count, incident);
        var notifies = planner is not null && incident.Status == IncidentStatus.Acknowledged && !count.Raises(incident) && fresh.Alike(incident.Severity).Count > 0;
        var announce = more && !notifies && (quietSince || count.Total >= 2 * before.Announced);
        Instant? next = isNews ? now + IncidentRules.CountEvery : more && !announce ? now + QuietBeforeAnnouncing : null;
        var decision = new DecisionBuilder(incident).Add(new AlarmsCounted(now, count.Total, count.Firing, count.LastJoinedAt, announce, next)).LeadWith(count, before, now);
        if (count.Members.Count > 0 && !count.Names.SequenceEqual(before.Names ?? []))
        {
            decision.Add(new AlarmsNamed(now, [.. count.Names]));
        }

        if (planner is not null)
        {
            decision.NotifyHolder(count.Raises(incident) ? fresh with { NewNames = fresh.NewNames.RemoveAll(m => m.Severity == incident.Severity) } : fresh, planner, rules, now);
            if (!announce && !notifies && count.Firing > before.Firing && count.Total == before.Total && !count.Raises(incident))
            {
                decision.TellAgain(count.Members.Where(m => m is { IsFiring: true, IsMessage: false, Changes.Count: > 1 }).MaxBy(m => m.Last.At)?.Name, now);
            }
        }

        if (count.Worst is { } worst && worst.Severity.IsWorseThan(incident.Severity))
        {
            var why = $"{worst.Name} is {worst.Severity}";
            decision.Add(new SeverityChanged(now, incident.Severity, worst.Severity, grade.Urgency, Actor.System, why)
            {
                AcknowledgedUntil = rules.ForgottenAt(incident, worst.Severity, now),
                RaiseUrgencyAt = grade.RaiseAt,
            });
            if (decision.State.Quiet?.Kind == SuppressionKind.Hold)
            {
                decision.Add(new SuppressionEnded(now, why));
            }

            decision.Request(plan, $"it is {worst.Severity} now", now);
        }
        else if (incident.Source == IncidentSource.Unreadable && count.Total > before.Total && (incident.LastPage is not { } page || now - page.At >= IncidentRules.UnreadablePageEvery))
        {
            decision.Request(plan, "more messages that nobody can read", now);
        }

        return decision.WeighRecovery(rules, now, planner, belief).Accept();
    }

    /// <summary>Takes the last count of an incident that is just ending: it notifies no person, raises nothing and follows from no recovery.</summary>
    internal static DecisionBuilder CountLast(this DecisionBuilder decision, JoinedCount? count, Instant now) =>
        count is null or { Total: 0 } || (count.Total == decision.State.Joined.Total && count.Firing == decision.State.Joined.Firing && decision.State.Joined.CountedAt >= count.LastJoinedAt)
            ? decision
            : decision.Add(new AlarmsCounted(now, count.Total, count.Firing, count.LastJoinedAt, Announce: false, NextCountAt: null)).LeadWith(count, decision.State.Joined, now);

    /// <summary>Notifies the holder once that an alarm they know is back; for an incident that is known to flap it does not.</summary>
    private static DecisionBuilder TellAgain(this DecisionBuilder decision, string? name, Instant now) =>
        name is not null && decision.State is { Status: IncidentStatus.Acknowledged, FlappingSince: null, Joined.Again: null } ? decision.Add(new AlarmFiredAgain(now, name)) : decision;

    /// <summary>What people were told stays called so while alarms only recover: the next page, or the next alarm, has the new name.</summary>
    private static DecisionBuilder LeadWith(this DecisionBuilder decision, JoinedCount count, JoinedAlarms before, Instant now) =>
        count.Lead is not { } lead || lead == decision.State.Lead || (count.OpenerLeads && decision.State.Lead is null)
            ? decision
            : decision.Add(new AlarmLeads(now, lead, Renames: count.Total > before.Total || count.Firing > before.Firing || decision.State is { LastPage: null, Pages.IsEmpty: true }));

    /// <summary>A change for which CloudWatch ran no action is recorded and marks nothing as seen.</summary>
    public static Decision NoteSuppressed(Incident incident, AlarmMember member, AlarmChange change, string by, Instant now) =>
        incident.IsOpen
            ? new DecisionBuilder(incident).Add(new SuppressedAlarmNoted(now, member, change, by)).Accept()
            : new Decision.Ignored(Refusal.Suppressed);

    private static DecisionBuilder WeighRecovery(this DecisionBuilder decision, IncidentRules rules, Instant now, IPagePlanner? planner, RecoveryBelief belief)
    {
        var state = decision.State;
        if (state.IsFiring)
        {
            return state.RecoveredAt is null
                ? decision
                : decision.Add(new RecoveryEnded(now, "an alarm fired again") { AcknowledgedUntil = rules.ForgottenAt(state, state.Severity, now) }).GoOn(state, "an alarm fired again", rules, planner, now);
        }

        if (state.RecoveredAt is not null || state.IsKeptOpen || state.AskAgainAt is not null || state.Opener is null || state.Source is IncidentSource.Message or IncidentSource.Unreadable)
        {
            return decision;
        }

        var wait = state.RecoveryWait(rules);
        var atOnce = state.Source.IsCheck() || wait == Duration.Zero;
        if (atOnce && belief == RecoveryBelief.StillFiring)
        {
            return decision.Doubt(rules, now);
        }

        decision.Add(new IncidentRecovered(now, atOnce ? null : now + wait));
        return atOnce ? decision.ResolveRecovered(now, belief) : decision;
    }

    /// <summary>CloudWatch contradicts the messages: its policy goes on, and CloudWatch is asked again.</summary>
    internal static DecisionBuilder Doubt(this DecisionBuilder decision, IncidentRules rules, Instant now) => decision
        .Add(new RecoveryDoubted(now, now + IncidentRules.AskAgainEvery, rules.ForgottenAt(decision.State, decision.State.Severity, now), Again: decision.State.AskAgainAt is not null))
        .ResumePolicy(now);

    internal static DecisionBuilder ResolveRecovered(this DecisionBuilder decision, Instant now, RecoveryBelief belief) => (belief == RecoveryBelief.NotConfirmed ? decision.Add(new RecoveryNotConfirmed(now)) : decision)
        .Add(new IncidentResolved(now, Actor.System, ResolveReason.RecoveredByItself, WhileFiring: false, Note: null))
        .DropWaiting("the incident resolved", now);

    private static readonly Duration QuietBeforeAnnouncing = Duration.FromMinutes(1);
}
