using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Decisions about what people do with an incident.</summary>
public static class Responding
{
    /// <summary>Longest note that is kept, in characters; the rest is cut and the cut is said.</summary>
    public const int LongestNote = 4_000;

    /// <summary>A Sev1 may be snoozed no longer than this; any other for a week.</summary>
    public static Duration LongestSnoozeOfSev1 { get; } = Duration.FromHours(4);

    /// <summary>An actor takes the incident, says that they are still on it, or, paged as well, that they are there too.</summary>
    /// <param name="stay">For how long the holder says so; null for the usual time.</param>
    /// <param name="notify">Whom to notify that an actor outside the configured people stopped their pages; null when that is not so.</param>
    public static Decision Acknowledge(Incident incident, Actor by, IncidentRules rules, Instant now, Duration? stay = null, PagingPlan? notify = null) => incident.Status switch
    {
        IncidentStatus.Resolved => new Decision.Ignored(Refusal.AlreadyResolved),
        IncidentStatus.Acknowledged when incident.News is { IsSeen: false } && incident.AcknowledgedBy?.Id == by.Id => new DecisionBuilder(incident)
            .Add(new NewAlarmsSeen(now, by))
            .DropWaiting("they know of the new alarms", now, only: p => p.Person == by.AsPerson())
            .StillOn(by, rules, now, stay)
            .Accept(),
        IncidentStatus.Acknowledged when incident.IsHeldByOutsider && !by.IsOutsider() => Take(incident, by, rules, now, stay, notify: null),
        IncidentStatus.Acknowledged when incident.Pages.Exists(p => p.Person == by.AsPerson()) => new DecisionBuilder(incident)
            .Add(new ResponderJoined(now, by))
            .DropWaiting("they are there", now, only: p => p.Person == by.AsPerson())
            .StillOn(by, rules, now, stay)
            .Accept(),
        IncidentStatus.Acknowledged when stay is not null || incident.AskedStillOnIt || incident.AcknowledgedUntil - now < rules.AcknowledgeTimeout / 2 =>
            new DecisionBuilder(incident).StillOn(by, rules, now, stay).Build(Refusal.AlreadyAcknowledged),
        IncidentStatus.Acknowledged => new Decision.Ignored(Refusal.AlreadyAcknowledged),
        _ => Take(incident, by, rules, now, stay, notify),
    };

    /// <summary>The holder answers that they still work on it; no other actor can say so for them.</summary>
    /// <param name="stay">For how long; null for the usual time.</param>
    public static Decision StillOnIt(Incident incident, Actor by, IncidentRules rules, Instant now, Duration? stay = null) =>
        incident.Status == IncidentStatus.Acknowledged && incident.AcknowledgedBy?.Id != by.Id
            ? new Decision.Ignored(Refusal.AlreadyAcknowledged)
            : Acknowledge(incident, by, rules, now, stay);

    private static Decision.Accepted Take(Incident incident, Actor by, IncidentRules rules, Instant now, Duration? stay, PagingPlan? notify)
    {
        var usual = rules.HeldUntil(by, incident.Severity, now);
        var until = usual is null || by.IsOutsider() ? usual : now + stay ?? usual;
        var decision = new DecisionBuilder(incident)
            .Add(new IncidentAcknowledged(now, by, incident.ResolveAt is null ? null : now + rules.ResolveAfterWhenAcknowledged)
            {
                Until = incident.RecoveredAt is null ? until : null,
            })
            .DropWaiting("already acknowledged", now);
        return decision.TellOfOutsider(by, Acknowledged, notify, now).Accept();
    }

    /// <summary>Notifies the people paged that an actor who is none of them stopped their pages.</summary>
    private static DecisionBuilder TellOfOutsider(this DecisionBuilder decision, Actor by, string did, PagingPlan? notify, Instant now) =>
        notify is null || !by.IsOutsider() ? decision : decision.RequestNow(notify with { Position = null, Timeout = null }, OutsiderHasIt(by, did), now);

    /// <summary>Why pages go on although the incident was acknowledged.</summary>
    internal static string OutsiderHasIt(Actor by, string did = Acknowledged) => $"{by.Name}, who is none of the configured people, {did}";

    /// <summary>The holder gives the incident back, and the policy runs again.</summary>
    /// <param name="plan">Null while people cannot be looked up: then the policy runs as soon as they can.</param>
    public static Decision GiveBack(Incident incident, Actor by, PagingPlan? plan, Instant now) => incident.Status switch
    {
        IncidentStatus.Resolved => new Decision.Ignored(Refusal.AlreadyResolved),
        IncidentStatus.Triggered => new Decision.Ignored(Refusal.NotAcknowledged),
        _ => new DecisionBuilder(incident)
            .Add(new AcknowledgementGivenBack(now, by))
            .RequestOnceKnown(plan, $"{by.Name} gave it back", now)
            .Accept(),
    };

    /// <summary>The actor takes the incident and wants to hear nothing until then. It ends by paging them if they are on call, else the people who are.</summary>
    /// <remarks>An outsider's is worth what their acknowledgement is: as long, told to the people paged, and neither taken from anybody nor extended.</remarks>
    /// <param name="notify">Whom to notify that an actor outside the configured people stopped their pages; null when that is not so.</param>
    public static Decision Snooze(Incident incident, Actor by, Instant until, Instant now, PagingPlan? notify = null)
    {
        var longest = incident.Severity == Severity.Sev1 ? LongestSnoozeOfSev1 : LongestSnooze;
        return incident switch
        {
            { IsOpen: false } => new Decision.Ignored(Refusal.AlreadyResolved),
            _ when until <= now || until - now > longest => new Decision.Ignored(Refusal.SnoozeOutOfRange),
            { Status: IncidentStatus.Acknowledged } when by.IsOutsider() => new Decision.Ignored(Refusal.AlreadyAcknowledged),
            _ => new DecisionBuilder(incident)
                .Add(new IncidentSnoozed(now, by, by.IsOutsider() ? Instant.Min(until, now + IncidentRules.OutsiderHas) : until))
                .DropWaiting("snoozed", now)
                .TellOfOutsider(by, "snoozed it", notify, now)
                .Accept(),
        };
    }

    /// <summary>Customers are no longer hurt.</summary>
    public static Decision Mitigate(Incident incident, Actor by, IncidentRules rules, Instant now) => incident switch
    {
        { IsOpen: false } => new Decision.Ignored(Refusal.AlreadyResolved),
        { MitigatedAt: not null } => new Decision.Ignored(Refusal.AlreadyMitigated),
        _ => new DecisionBuilder(incident).Add(new IncidentMitigated(now, by)).StillOn(by, rules, now).Accept(),
    };

    /// <summary>A person ends it, its joined alarms as they were counted last.</summary>
    /// <param name="confirmed">They were told that an alarm is still firing and mean it.</param>
    public static Decision Resolve(Incident incident, Actor by, ResolveReason reason, bool confirmed, string? note, Instant now) =>
        Resolve(incident, count: null, by, reason, confirmed, note, now);

    /// <summary>A person ends it.</summary>
    /// <param name="count">Its joined alarms as they are now; they end with it and no longer change how bad it was.</param>
    /// <param name="confirmed">They were told that an alarm is still firing and mean it.</param>
    public static Decision Resolve(Incident incident, JoinedCount? count, Actor by, ResolveReason reason, bool confirmed, string? note, Instant now)
    {
        if (!incident.IsOpen)
        {
            return new Decision.Ignored(Refusal.AlreadyResolved);
        }

        var decision = new DecisionBuilder(incident).CountLast(count, now);
        if (decision.State.IsFiring && !confirmed)
        {
            return new Decision.Ignored(Refusal.StillFiring);
        }

        return decision
            .Add(new IncidentResolved(now, by, reason, decision.State.IsFiring, Cut(note)))
            .DropWaiting("already resolved", now)
            .Accept();
    }

    /// <summary>A person says that the incident is not over: it is theirs, and no page is sent.</summary>
    /// <param name="opener">The alarm that opened it, as it is known by now; null when a person declared it.</param>
    /// <param name="elsewhere">Newer incidents that have alarms of it by now; they keep them.</param>
    public static Decision Reopen(Incident incident, Actor by, string why, OpeningAlarm? opener, IEnumerable<IncidentNumber> elsewhere, IncidentRules rules, Instant now)
    {
        if (incident.ResolvedAt is not { } resolvedAt)
        {
            return new Decision.Ignored(Refusal.NotResolved);
        }

        if (incident.MergedInto is not null)
        {
            return new Decision.Ignored(Refusal.MergedAway);
        }

        if (now - resolvedAt > IncidentRules.ReopenByHandWithin)
        {
            return new Decision.Ignored(Refusal.TooLateToReopen);
        }

        var decision = new DecisionBuilder(incident)
            .Add(new IncidentReopenedByPerson(now, by, Cut(why)!, incident.Reopened + 1, opener, rules.HeldUntil(by, incident.Severity, now)));
        foreach (var other in elsewhere.Where(other => !incident.Linked.Contains(other)))
        {
            decision.Add(new IncidentLinked(now, by, other));
        }

        return decision.Accept();
    }

    /// <summary>A person writes something down, also after the end.</summary>
    public static Decision AddNote(Incident incident, Actor by, string text, IncidentRules rules, Instant now) =>
        string.IsNullOrWhiteSpace(text)
            ? new Decision.Ignored(Refusal.EmptyNote)
            : new DecisionBuilder(incident).Add(new NoteAdded(now, by, Cut(text.Trim())!)).StillOn(by, rules, now).Accept();

    /// <summary>The product itself writes something down.</summary>
    public static Decision Remark(Incident incident, string text, Instant now) =>
        new DecisionBuilder(incident).Add(new NoteAdded(now, Actor.System, Cut(text)!)).Accept();

    /// <summary>Whatever the holder does shows that it is not forgotten. What others write and ask for says nothing about the holder, and what they promised for longer stands.</summary>
    /// <param name="stay">For how long the holder says they stay on it; null when they only did something.</param>
    internal static DecisionBuilder StillOn(this DecisionBuilder decision, Actor by, IncidentRules rules, Instant now, Duration? stay = null)
    {
        if (decision.State is not { AcknowledgedUntil: { } known } state || state.AcknowledgedBy?.Id != by.Id || by.IsOutsider() || rules.ForgottenAt(state.Severity, now) is not { } usual)
        {
            return decision;
        }

        var until = now + stay ?? Instant.Max(usual, known);
        return until == known && !state.AskedStillOnIt ? decision : decision.Add(new AcknowledgementExtended(now, by, until));
    }

    private static string? Cut(string? text) =>
        text is null || text.Length <= LongestNote ? text : string.Concat(text.AsSpan(0, LongestNote), " … (cut)");

    private const string Acknowledged = "acknowledged it";
    private static readonly Duration LongestSnooze = Duration.FromDays(7);
}
