using System.Collections.Immutable;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>Something that happened to an incident. Events are never changed; all views are read from them.</summary>
/// <param name="At">When it happened.</param>
public abstract record IncidentEvent(Instant At)
{
    /// <summary>Whether a reader of the story wants to see it; bookkeeping stays out of sight.</summary>
    public virtual bool IsStory => true;
}

/// <summary>The incident opened.</summary>
public sealed record IncidentTriggered(
    Instant At,
    string Title,
    ServiceId Service,
    Severity Severity,
    Urgency Urgency,
    IncidentSource Source,
    Actor By,
    OpeningAlarm? Alarm,
    string Why,
    IReadOnlyList<string> Runbooks) : IncidentEvent(At)
{
    /// <summary>When support hours begin and it becomes urgent; null when its urgency does not wait for that.</summary>
    public Instant? RaiseUrgencyAt { get; init; }
}

/// <summary>It collects alarms of one group only. Without this event it collects from the whole service, as all incidents once did.</summary>
/// <param name="Group">Account and region, or <see cref="Grouping.Family"/>.</param>
public sealed record IncidentGrouped(Instant At, string Group) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>A person acknowledged the incident.</summary>
/// <param name="ResolveAt">When an incident that has recovered is resolved now that a person looks at it; null when it has not recovered or only a person resolves it.</param>
public sealed record IncidentAcknowledged(Instant At, Actor By, Instant? ResolveAt) : IncidentEvent(At)
{
    /// <summary>When it counts as forgotten unless they do something about it; null when it never does.</summary>
    public Instant? Until { get; init; }
}

/// <summary>Another person who was paged responds as well.</summary>
public sealed record ResponderJoined(Instant At, Actor By) : IncidentEvent(At);

/// <summary>The holder did something about the incident.</summary>
/// <param name="Until">When it now counts as forgotten.</param>
public sealed record AcknowledgementExtended(Instant At, Actor By, Instant Until) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>The holder is asked whether they still work on the incident.</summary>
public sealed record StillOnItAsked(Instant At, PersonId Person) : IncidentEvent(At);

/// <summary>The holder was not heard of for too long.</summary>
public sealed record AcknowledgementExpired(Instant At, PersonId Person) : IncidentEvent(At);

/// <summary>The holder wants to hear nothing until <paramref name="Until"/>.</summary>
public sealed record IncidentSnoozed(Instant At, Actor By, Instant Until) : IncidentEvent(At);

/// <summary>A snooze is over.</summary>
/// <param name="Pages">Whether that pages; false when the incident has recovered meanwhile.</param>
public sealed record SnoozeEnded(Instant At, string Why, bool Pages) : IncidentEvent(At);

/// <summary>A person wants the next step now.</summary>
public sealed record IncidentEscalated(Instant At, Actor By) : IncidentEvent(At);

/// <summary>A person gave the incident to another person, team or policy.</summary>
/// <param name="To">Name of the person, team or policy.</param>
public sealed record IncidentReassigned(Instant At, Actor By, string To) : IncidentEvent(At);

/// <summary>A person asked for more people; the holder keeps the incident.</summary>
/// <param name="To">Name of the person or team.</param>
public sealed record RespondersAdded(Instant At, Actor By, string To) : IncidentEvent(At);

/// <summary>Customers are no longer hurt; the cause may still be there.</summary>
public sealed record IncidentMitigated(Instant At, Actor By) : IncidentEvent(At);

/// <summary>A person was given a part in the response.</summary>
/// <param name="Person">Id of the person.</param>
public sealed record RoleAssigned(Instant At, Actor By, ResponseRole Role, PersonId Person, string PersonName) : IncidentEvent(At);

/// <summary>It has to do with another incident.</summary>
public sealed record IncidentLinked(Instant At, Actor By, IncidentNumber Other) : IncidentEvent(At);

/// <summary>It is told in another incident from here on.</summary>
public sealed record IncidentMerged(Instant At, Actor By, IncidentNumber Into) : IncidentEvent(At);

/// <summary>Another incident is told in this one from here on.</summary>
public sealed record IncidentAbsorbed(Instant At, Actor By, IncidentNumber From, string Title) : IncidentEvent(At);

/// <summary>Pages are kept back.</summary>
public sealed record PagingSuppressed(Instant At, Instant Until, SuppressionKind Kind, string Why) : IncidentEvent(At)
{
    /// <summary>Its time was up while all alarms were OK: it pages as soon as one fires again.</summary>
    public bool WaitsForAlarm { get; init; }
}

/// <summary>No configuration could be read, so whom to page could not be looked up: the policy runs as soon as one can.</summary>
public sealed record PagingPostponed(Instant At, string Why) : IncidentEvent(At);

/// <summary>Pages are no longer kept back.</summary>
public sealed record SuppressionEnded(Instant At, string Why) : IncidentEvent(At);

/// <summary>It can wait no longer.</summary>
public sealed record UrgencyRaised(Instant At, string Why) : IncidentEvent(At);

/// <summary>No alarm of an incident that was resolved while one fired is in ALARM any more.</summary>
public sealed record FiringEnded(Instant At) : IncidentEvent(At);

/// <summary>The holder gave the incident back.</summary>
public sealed record AcknowledgementGivenBack(Instant At, Actor By) : IncidentEvent(At);

/// <summary>An alarm that opened the incident changed its state.</summary>
public sealed record AlarmChanged(Instant At, AlarmMember Member, AlarmChange Change, string Reason) : IncidentEvent(At);

/// <summary>A change that came too late to change anything.</summary>
public sealed record StaleAlarmNoted(Instant At, AlarmMember Member, AlarmChange Change) : IncidentEvent(At);

/// <summary>A change for which CloudWatch ran no action; recorded, never paged.</summary>
public sealed record SuppressedAlarmNoted(Instant At, AlarmMember Member, AlarmChange Change, string SuppressedBy) : IncidentEvent(At);

/// <summary>An alarm joined. Kept with the alarm, not with the incident, so that a storm of them does not queue for one item.</summary>
public sealed record AlarmJoined(Instant At, AlarmMember Member, string Name, AlarmChange Change, Severity Severity, string Reason) : IncidentEvent(At);

/// <summary>Joined alarms were counted.</summary>
/// <param name="Announce">Whether a message goes to the channel.</param>
/// <param name="NextCountAt">When they are counted again, because more may follow.</param>
public sealed record AlarmsCounted(Instant At, int Total, int Firing, Instant? LastJoinedAt, bool Announce, Instant? NextCountAt) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>What joined alarms are called, for cards and messages.</summary>
/// <param name="Names">At most three, those that fire and the newest first.</param>
public sealed record AlarmsNamed(Instant At, ImmutableList<string> Names) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>The holder is notified of alarms that are new to the incident.</summary>
/// <param name="Person">Id of the holder.</param>
/// <param name="Names">The first three.</param>
/// <param name="Lead">The one the message is about.</param>
/// <param name="GoesOnAt">When the policy goes on unless they do something.</param>
public sealed record HolderNotified(Instant At, PersonId Person, ImmutableList<string> Names, int Count, LeadingAlarm Lead, Instant GoesOnAt) : IncidentEvent(At);

/// <summary>Further new alarms wait to be sent in one message.</summary>
public sealed record NewAlarmsGathered(Instant At, WaitingAlarms Waiting) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>The holder says that they know of the new alarms.</summary>
public sealed record NewAlarmsSeen(Instant At, Actor By) : IncidentEvent(At);

/// <summary>An alarm that the holder knew of fired again: they are notified once.</summary>
public sealed record AlarmFiredAgain(Instant At, string Name) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>An incident of the same service was open when it opened.</summary>
/// <param name="Holder">Name of the holder of that one; null when it is unacknowledged.</param>
public sealed record OpenedBeside(Instant At, IncidentNumber Other, string? Holder) : IncidentEvent(At);

/// <summary>A worse alarm joined, or a person said so.</summary>
public sealed record SeverityChanged(Instant At, Severity From, Severity To, Urgency Urgency, Actor By, string Why) : IncidentEvent(At)
{
    /// <summary>When the acknowledgement times out at the new severity; null when it never does.</summary>
    public Instant? AcknowledgedUntil { get; init; }

    /// <summary>When the new severity becomes urgent; null when it is, or never does.</summary>
    public Instant? RaiseUrgencyAt { get; init; }
}

/// <summary>All alarms are OK.</summary>
/// <param name="ResolveAt">When that resolves the incident if nothing fires again; null when only a person resolves.</param>
public sealed record IncidentRecovered(Instant At, Instant? ResolveAt) : IncidentEvent(At);

/// <summary>An alarm fired again before the incident was resolved.</summary>
public sealed record RecoveryEnded(Instant At, string Why) : IncidentEvent(At)
{
    /// <summary>When the acknowledgement times out, counted from now; null when the incident is unacknowledged or it never does.</summary>
    public Instant? AcknowledgedUntil { get; init; }
}

/// <summary>It is over.</summary>
public sealed record IncidentResolved(Instant At, Actor By, ResolveReason Reason, bool WhileFiring, string? Note) : IncidentEvent(At);

/// <summary>The same alarms fired again soon after it was resolved.</summary>
/// <param name="Alarm">The alarm that fired; null when it had joined and is counted on its own.</param>
/// <param name="Announce">Whether the channel hears of it by a message, because no page tells it.</param>
public sealed record IncidentReopened(Instant At, string Why, int Times, OpeningAlarm? Alarm, bool Announce = false) : IncidentEvent(At);

/// <summary>Another alarm is what the incident is about, or more is known of the one that was.</summary>
/// <param name="Renames">Whether the incident is called by it at once; a recovery alone renames nothing that people were told.</param>
public sealed record AlarmLeads(Instant At, LeadingAlarm Alarm, bool Renames) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>A person gave it a title.</summary>
public sealed record IncidentTitled(Instant At, Actor By, string Title) : IncidentEvent(At);

/// <summary>All alarms are OK by their messages, and CloudWatch says that one is in ALARM: it is not over.</summary>
/// <param name="AskAgainAt">When CloudWatch is asked again.</param>
/// <param name="AcknowledgedUntil">When the acknowledgement times out, counted from now; null when the incident is unacknowledged or it never does.</param>
/// <param name="Again">It had said so before.</param>
public sealed record RecoveryDoubted(Instant At, Instant AskAgainAt, Instant? AcknowledgedUntil, bool Again) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => !Again;
}

/// <summary>CloudWatch gave no answer on whether its alarms are OK: their messages are believed.</summary>
public sealed record RecoveryNotConfirmed(Instant At) : IncidentEvent(At);

/// <summary>A person took it up again after it was resolved, and has it.</summary>
/// <param name="Times">How many times it came back.</param>
/// <param name="Alarm">The alarm that opened it, as it is known by now; null when a person declared it.</param>
/// <param name="Until">When it counts as forgotten unless they do something about it; null when it never does.</param>
public sealed record IncidentReopenedByPerson(Instant At, Actor By, string Why, int Times, OpeningAlarm? Alarm, Instant? Until) : IncidentEvent(At);

/// <summary>It came back before anybody had answered, and its policy goes on where it was.</summary>
/// <param name="Round">The round it is in.</param>
/// <param name="Step">The step that fired last.</param>
/// <param name="NextAt">When the next step fires without an acknowledgement.</param>
public sealed record PolicyResumed(Instant At, int Round, int Step, Instant NextAt) : IncidentEvent(At);

/// <summary>It came back so often that from here on it stays open until its alarms are OK for long.</summary>
/// <param name="Returns">How often it came back.</param>
/// <param name="Within">In which time.</param>
/// <param name="Quiet">How long its alarms must be OK for it to end.</param>
public sealed record FlappingBegan(Instant At, int Returns, Duration Within, Duration Quiet) : IncidentEvent(At);

/// <summary>A person wrote something down.</summary>
public sealed record NoteAdded(Instant At, Actor By, string Text) : IncidentEvent(At);

/// <summary>The incident has been open, or its alarm firing after a resolve, for a day.</summary>
public sealed record ReminderDue(Instant At, string Why, Instant? NextAt) : IncidentEvent(At);

/// <summary>The sweep took over work that a process had claimed and not finished.</summary>
public sealed record ClaimRenewed(Instant At, Instant Until) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>The channel knows everything up to <paramref name="Through"/>.</summary>
/// <param name="Failure">Why it could not be sent, when it was given up; null when it was sent.</param>
public sealed record ChannelUpdated(Instant At, int Through, string? Failure) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => Failure is not null;
}

/// <summary>A postmortem draft lies ready.</summary>
public sealed record PostmortemDrafted(Instant At) : IncidentEvent(At);

/// <summary>All that follows a resolve is done.</summary>
public sealed record FollowUpCompleted(Instant At) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}
