using System.Collections.Immutable;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>The state of one incident: what its events add up to.</summary>
/// <remarks>Kept small, because it is read and written at every step; what only a reader of the story needs is in the timeline.</remarks>
public sealed record Incident
{
    /// <summary>What people call it.</summary>
    public required IncidentNumber Number { get; init; }

    /// <summary>Number of commits so far. A commit that was decided on an older version is refused by the store.</summary>
    public long Version { get; init; }

    /// <summary>Sequence number of the newest event; the first has 1.</summary>
    public int TimelineLength { get; init; }

    /// <summary>Where it stands.</summary>
    public IncidentStatus Status { get; init; }

    /// <summary>How bad it is now; it may get worse, never silently better.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Whether its pages wake people.</summary>
    public required Urgency Urgency { get; init; }

    /// <summary>Id of the service it belongs to.</summary>
    public required ServiceId Service { get; init; }

    /// <summary>Which alarms of its service it collects (<see cref="Grouping"/>); null for all of them.</summary>
    public string? Group { get; init; }

    /// <summary>One line: the name of the alarm it is about, as written, or what a person typed.</summary>
    public required string Title { get; init; }

    /// <summary>When a person last gave it a title; null when it is called by its alarm, or was declared under the one it has.</summary>
    public Instant? TitledAt { get; init; }

    /// <summary>When a person last said how bad it is: alarms that fired before that do not make it worse again. Null as long as only alarms have.</summary>
    public Instant? GradedAt { get; init; }

    /// <summary>What it was called before, the first title first.</summary>
    public ImmutableList<string> FormerTitles { get; init; } = [];

    /// <summary>The alarm it is about, as far as pages tell of it; null while that is the one whose message opened it, or when there is none.</summary>
    public LeadingAlarm? Lead { get; init; }

    /// <summary>What brought it up.</summary>
    public required IncidentSource Source { get; init; }

    /// <summary>The alarm that opened it, as last seen; null when a person declared it.</summary>
    public OpeningAlarm? Opener { get; init; }

    /// <summary>The alarms that joined later, counted.</summary>
    public JoinedAlarms Joined { get; init; } = JoinedAlarms.None;

    /// <summary>What the holder was notified of alarms that are new to the incident; null when there were none since they acknowledged it.</summary>
    public NewAlarms? News { get; init; }

    /// <summary>The incident of the same service that was open when this one opened; null when none was.</summary>
    public OpenBeside? Beside { get; init; }

    /// <summary>When it opened.</summary>
    public required Instant TriggeredAt { get; init; }

    /// <summary>Since when the incident is acknowledged; null while it is not.</summary>
    public Instant? AcknowledgedAt { get; init; }

    /// <summary>The holder, or the last one.</summary>
    public Actor? AcknowledgedBy { get; init; }

    /// <summary>Since when all its alarms are OK; null while one is not. Time to restore ends here.</summary>
    public Instant? RecoveredAt { get; init; }

    /// <summary>When it ended; null while it is open.</summary>
    public Instant? ResolvedAt { get; init; }

    /// <summary>Why it ended.</summary>
    public ResolveReason? ResolveReason { get; init; }

    /// <summary>A person resolved it although an alarm was still in ALARM.</summary>
    public bool ResolvedWhileFiring { get; init; }

    /// <summary>Who resolved it while an alarm fired, and is reminded of that; null for any other end.</summary>
    public Actor? ResolvedBy { get; init; }

    /// <summary>A person has taken it up again: that its alarms are OK does not end it before one has fired since.</summary>
    public bool IsKeptOpen { get; init; }

    /// <summary>How many times it came back after it was resolved.</summary>
    public int Reopened { get; init; }

    /// <summary>When it came back lately, the newest last; empty again once that counts as flapping.</summary>
    public ImmutableList<Instant> Returns { get; init; } = [];

    /// <summary>Since when it counts as flapping: a recovery neither stops its policy nor ends it soon; null when it does not.</summary>
    public Instant? FlappingSince { get; init; }

    /// <summary>Pages that were decided on and whose delivery is not settled yet.</summary>
    public ImmutableList<Page> Pages { get; init; } = [];

    /// <summary>The newest page that reached its channel.</summary>
    public LastPage? LastPage { get; init; }

    /// <summary>News that has not been sent to the channel yet; null when all has.</summary>
    public PendingUpdate? Update { get; init; }

    /// <summary>When recovery, undisturbed, resolves it.</summary>
    public Instant? ResolveAt { get; init; }

    /// <summary>When CloudWatch, which contradicted its recovery, is asked again; null when it did not.</summary>
    public Instant? AskAgainAt { get; init; }

    /// <summary>It resolved by messages that CloudWatch could not confirm.</summary>
    public bool IsUnconfirmed { get; init; }

    /// <summary>When joined alarms are counted again; null when none joined lately.</summary>
    public Instant? RecountAlarmsAt { get; init; }

    /// <summary>When the work that follows a resolve is taken up again if it has not been finished.</summary>
    public Instant? FollowUpAt { get; init; }

    /// <summary>When an incident that is still open is brought to mind again.</summary>
    public Instant? RemindAt { get; init; }

    /// <summary>How far it has come in its escalation policy; null before anybody was paged by it.</summary>
    public EscalationState? Escalation { get; init; }

    /// <summary>When a person last asked for the next step; null once the incident is acknowledged.</summary>
    public Instant? EscalatedAt { get; init; }

    /// <summary>Why pages are kept back; null when they are not.</summary>
    public PagingSuppression? Quiet { get; init; }

    /// <summary>When an incident that can wait becomes urgent; null when it does not.</summary>
    public Instant? RaiseUrgencyAt { get; init; }

    /// <summary>When the acknowledgement times out; null when it never does.</summary>
    public Instant? AcknowledgedUntil { get; init; }

    /// <summary>They were asked whether they are still on it and have not answered.</summary>
    public bool AskedStillOnIt { get; init; }

    /// <summary>Until when the holder wants to hear nothing; null when the incident is not snoozed.</summary>
    public Instant? SnoozedUntil { get; init; }

    /// <summary>Since when customers are no longer hurt; null when no person has said so.</summary>
    public Instant? MitigatedAt { get; init; }

    /// <summary>Id of the person who leads the response; null when none was named.</summary>
    public PersonId? Commander { get; init; }

    /// <summary>Id of the person who writes down what happens; null when none was named.</summary>
    public PersonId? Scribe { get; init; }

    /// <summary>Incidents it has to do with, the newest last.</summary>
    public ImmutableList<IncidentNumber> Linked { get; init; } = [];

    /// <summary>The incident in which it is told; null when it stands for itself.</summary>
    public IncidentNumber? MergedInto { get; init; }

    /// <summary>Whether the incident is not resolved yet.</summary>
    public bool IsOpen => Status != IncidentStatus.Resolved;

    /// <summary>Whether an alarm of it is in ALARM, as far as the counts go. Text that is no alarm, or that cannot be parsed, fires nothing.</summary>
    public bool IsFiring => Source is not (IncidentSource.Unreadable or IncidentSource.Message) && (Opener is { IsFiring: true } || Joined.Firing > 0);

    /// <summary>Whether a person gave it its title: no alarm changes that.</summary>
    public bool IsTitleGiven => Source == IncidentSource.Declared || TitledAt is not null;

    /// <summary>Whether an alarm of it, and not the title that a person gave before that, is what its pages are about.</summary>
    public bool LeadsWithAlarm => !IsTitleGiven || (Lead is { } lead && lead.Since > (TitledAt ?? TriggeredAt) && !Severity.IsWorseThan(lead.Severity));

    /// <summary>The incident has recovered and resolves itself soon: no further person is woken for it meanwhile. A recovery of one that flaps is not believed so soon.</summary>
    public bool IsResolvingItself => ResolveAt is not null && FlappingSince is null;

    /// <summary>When the next step of the policy fires; null when none does for now.</summary>
    public Instant? EscalatesAt => Status == IncidentStatus.Triggered && Quiet is null && !IsResolvingItself ? Escalation?.NextAt : null;

    /// <summary>The incident was acknowledged or snoozed by an actor outside the configured people: any of these takes it over by acknowledging it too.</summary>
    public bool IsHeldByOutsider => Status == IncidentStatus.Acknowledged && AcknowledgedBy?.IsOutsider() == true;

    /// <summary>It is open and none of the configured people has it: it waits for one of them to take it.</summary>
    public bool NeedsResponder => Status == IncidentStatus.Triggered || IsHeldByOutsider;

    /// <summary>When the policy goes on that an outsider stopped; null when none did, or all alarms are OK.</summary>
    public Instant? OutsiderHasUntil => IsHeldByOutsider ? SnoozedUntil ?? AcknowledgedUntil : null;

    /// <summary>When the holder is asked whether they are still on it, or, once asked, when the acknowledgement times out. An outsider is not asked: the policy goes on anyway.</summary>
    public Instant? AcknowledgementDue => AskedStillOnIt || IsHeldByOutsider ? AcknowledgedUntil : AcknowledgedUntil - IncidentRules.AskBefore;

    /// <summary>When the holder is notified of further alarms, or the policy goes on because they were not heard of.</summary>
    public Instant? NewsDue => Status == IncidentStatus.Acknowledged && News is { } news ? new[] { news.GoesOnAt, news.Waiting?.TellAt }.Min() : null;

    /// <summary>The earliest moment at which something has to be done; null when nothing ever has.</summary>
    public Instant? Due => new[]
    {
        NewsDue, ResolveAt, AskAgainAt, RecountAlarmsAt, FollowUpAt, RemindAt, EscalatesAt, Quiet?.Until, RaiseUrgencyAt, AcknowledgementDue, SnoozedUntil,
        Update?.ClaimedUntil, Pages.Where(IsDueOnItsOwn).Min(p => (Instant?)p.Due),
    }.Min();

    /// <summary>A pending page waits while the incident resolves itself.</summary>
    internal bool IsDueOnItsOwn(Page page) => page.State != PageState.Pending || !IsResolvingItself;
}

/// <summary>Where an incident stands (PagerDuty's words).</summary>
public enum IncidentStatus
{
    /// <summary>Not acknowledged yet.</summary>
    Triggered,

    /// <summary>An actor has taken the incident.</summary>
    Acknowledged,

    /// <summary>Over.</summary>
    Resolved,
}

/// <summary>What brought an incident up.</summary>
public enum IncidentSource
{
    /// <summary>A CloudWatch alarm.</summary>
    Alarm,

    /// <summary>A person.</summary>
    Declared,

    /// <summary>A message on the alarm topic that is no alarm.</summary>
    Message,

    /// <summary>A message that could not be parsed. It may have been an alarm.</summary>
    Unreadable,

    /// <summary>The alarm that fires once a day for nothing but to be paged.</summary>
    DailyCheck,

    /// <summary>The same, through a new version before other alarms reach it.</summary>
    VersionCheck,
}

/// <summary>Why an incident ended.</summary>
public enum ResolveReason
{
    /// <summary>A person mended it.</summary>
    Fixed,

    /// <summary>All alarms went back to OK by themselves.</summary>
    RecoveredByItself,

    /// <summary>There was nothing to mend.</summary>
    FalseAlarm,

    /// <summary>It is told in another incident.</summary>
    Duplicate,
}

/// <summary>The alarm (or contributor) that opened an incident.</summary>
public sealed record OpeningAlarm(AlarmMember Member, AlarmChange Change)
{
    /// <summary>INSUFFICIENT_DATA after ALARM counts as firing: not knowing is no recovery.</summary>
    public bool IsFiring { get; init; } = Change.State == AlarmState.Alarm;
}

/// <summary>The alarms that joined an incident after it opened.</summary>
/// <param name="Total">How many there are.</param>
/// <param name="Firing">How many of them are not back to OK.</param>
/// <param name="CountedAt">When they were last counted; null before the first.</param>
/// <param name="LastJoinedAt">When the newest of them joined.</param>
/// <param name="Announced">How many the channel has had messages about.</param>
public sealed record JoinedAlarms(int Total, int Firing, Instant? CountedAt, Instant? LastJoinedAt, int Announced)
{
    /// <summary>Names of at most three of them, those that fire and the newest first; null before the first, and where an older version counted.</summary>
    public ImmutableList<string>? Names { get; init; }

    /// <summary>How many of them the newest announcement was about.</summary>
    public int News { get; init; }

    /// <summary>The name of one that fired again since the holder took the incident, which they are told once; empty once others joined.</summary>
    public string? Again { get; init; }

    /// <summary>Before the first.</summary>
    public static JoinedAlarms None { get; } = new(0, 0, null, null, 0);
}

/// <summary>An incident of the same service that was open when another opened.</summary>
/// <param name="Holder">Name of the holder at that time; null when it was unacknowledged.</param>
public sealed record OpenBeside(IncidentNumber Number, string? Holder);

/// <summary>A part in the response.</summary>
public enum ResponseRole
{
    /// <summary>Leads it.</summary>
    Commander,

    /// <summary>Writes down what happens.</summary>
    Scribe,
}
