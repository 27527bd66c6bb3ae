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
    string Service,
    Severity Severity,
    Urgency Urgency,
    IncidentSource Source,
    Actor By,
    OpeningAlarm? Alarm,
    string Why,
    IReadOnlyList<string> Runbooks) : IncidentEvent(At);

/// <summary>Somebody is to be paged; whoever commits this sends it.</summary>
public sealed record PageRequested(Instant At, string Person, string PersonName, string Channel, int Step, Instant Deadline, string Why) : IncidentEvent(At);

/// <summary>A page is taken up again after its claim ran out or its channel asked to wait.</summary>
public sealed record PageRetried(Instant At, int Page, Instant Deadline, bool MayBeRepeat) : IncidentEvent(At);

/// <summary>The channel took the page.</summary>
public sealed record PageSent(Instant At, int Page, string Person, string Channel, int Attempts) : IncidentEvent(At);

/// <summary>The channel asked to be tried again later.</summary>
public sealed record PageDeferred(Instant At, int Page, Instant Until, string Answer) : IncidentEvent(At);

/// <summary>No answer came; the page may have arrived.</summary>
public sealed record PageUnanswered(Instant At, int Page, Instant RetryAt, string Answer) : IncidentEvent(At);

/// <summary>The channel will never take the page.</summary>
public sealed record PageFailed(Instant At, int Page, string Person, string Channel, string Answer) : IncidentEvent(At);

/// <summary>The page was not needed any more when its turn came.</summary>
public sealed record PageDropped(Instant At, int Page, string Person, string Why) : IncidentEvent(At);

/// <summary>No one could be found to page.</summary>
public sealed record NobodyToPage(Instant At, string Why) : IncidentEvent(At);

/// <summary>Somebody took it.</summary>
/// <param name="ResolveAt">When an incident that has recovered is resolved now that somebody looks at it; null when it has not recovered or only a person resolves it.</param>
public sealed record IncidentAcknowledged(Instant At, Actor By, Instant? ResolveAt) : IncidentEvent(At);

/// <summary>Whoever had it gave it back.</summary>
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
/// <param name="Announce">Whether the channel hears of it.</param>
/// <param name="NextCountAt">When they are counted again, because more may follow.</param>
public sealed record AlarmsCounted(Instant At, int Total, int Firing, Instant? LastJoinedAt, bool Announce, Instant? NextCountAt) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>A worse alarm joined, or a person said so.</summary>
public sealed record SeverityChanged(Instant At, Severity From, Severity To, Urgency Urgency, Actor By, string Why) : IncidentEvent(At);

/// <summary>All alarms are OK.</summary>
/// <param name="ResolveAt">When that resolves the incident if nothing fires again; null when only a person resolves.</param>
public sealed record IncidentRecovered(Instant At, Instant? ResolveAt) : IncidentEvent(At);

/// <summary>An alarm fired again before the incident was resolved.</summary>
public sealed record RecoveryEnded(Instant At, string Why) : IncidentEvent(At);

/// <summary>It is over.</summary>
public sealed record IncidentResolved(Instant At, Actor By, ResolveReason Reason, bool WhileFiring, string? Note) : IncidentEvent(At);

/// <summary>The same alarms fired again soon after it was resolved.</summary>
/// <param name="Alarm">The alarm that fired; null when it had joined and is counted on its own.</param>
/// <param name="Announce">Whether the channel hears of it by a message, because no page tells it.</param>
public sealed record IncidentReopened(Instant At, string Why, int Times, OpeningAlarm? Alarm, bool Announce = false) : IncidentEvent(At);

/// <summary>A person wrote something down.</summary>
public sealed record NoteAdded(Instant At, Actor By, string Text) : IncidentEvent(At);

/// <summary>The incident has been open, or its alarm firing after a resolve, for a day.</summary>
public sealed record ReminderDue(Instant At, string Why, Instant? NextAt) : IncidentEvent(At);

/// <summary>The sweep took over work that somebody had claimed and not finished.</summary>
public sealed record ClaimRenewed(Instant At, Instant Until) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}

/// <summary>The channel knows everything up to <paramref name="Through"/>.</summary>
/// <param name="Failure">Why it could not be told, when it was given up; null when it was told.</param>
public sealed record ChannelUpdated(Instant At, int Through, string? Failure) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => Failure is not null;
}

/// <summary>A postmortem draft lies ready.</summary>
public sealed record PostmortemDrafted(Instant At) : IncidentEvent(At);

/// <summary>All that follows a resolve is done.</summary>
public sealed record ClosedOut(Instant At) : IncidentEvent(At)
{
    /// <inheritdoc />
    public override bool IsStory => false;
}
