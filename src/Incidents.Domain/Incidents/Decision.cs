using System.Collections.Immutable;

namespace Incidents.Domain.Incidents;

/// <summary>What comes of a command: events to commit, or a named reason why nothing does.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>The command changes the incident.</summary>
    /// <param name="State">The incident with the events applied; its version is still the one decided on.</param>
    public sealed record Accepted(ImmutableList<IncidentEvent> Events, Incident State) : Decision;

    /// <summary>The command changes nothing.</summary>
    public sealed record Ignored(Refusal Refusal) : Decision;
}

/// <summary>Why a command changes nothing.</summary>
public enum Refusal
{
    /// <summary>The same change was seen before.</summary>
    RepeatedChange,

    /// <summary>A newer change was seen before.</summary>
    StaleChange,

    /// <summary>The alarm had recovered before its message arrived.</summary>
    AlreadyRecovered,

    /// <summary>CloudWatch ran no action for this change.</summary>
    Suppressed,

    /// <summary>There is no open incident this could belong to.</summary>
    NothingOpen,

    /// <summary>The incident is acknowledged already.</summary>
    AlreadyAcknowledged,

    /// <summary>The incident is not acknowledged, so there is nothing to give back.</summary>
    NotAcknowledged,

    /// <summary>It is over.</summary>
    AlreadyResolved,

    /// <summary>An alarm is still in ALARM; resolving takes a confirmation.</summary>
    StillFiring,

    /// <summary>It was resolved too long ago to come back; a new incident opens instead.</summary>
    TooLateToReopen,

    /// <summary>It is open, so it cannot be taken up again.</summary>
    NotResolved,

    /// <summary>It is told in another incident, which is the one to take up.</summary>
    MergedAway,

    /// <summary>Nothing is due.</summary>
    NothingDue,

    /// <summary>A note without text.</summary>
    EmptyNote,

    /// <summary>It has that severity.</summary>
    SameSeverity,

    /// <summary>It counts as mitigated.</summary>
    AlreadyMitigated,

    /// <summary>A snooze has to end later than now and within 7 days; within 4 hours for a Sev1.</summary>
    SnoozeOutOfRange,

    /// <summary>Clocks skip the local time that was named, or show it twice.</summary>
    NoSuchTime,

    /// <summary>No person could be found to page.</summary>
    NobodyToPage,

    /// <summary>They have that part.</summary>
    AlreadyInRole,

    /// <summary>An incident has nothing to do with itself.</summary>
    SameIncident,

    /// <summary>They are linked.</summary>
    AlreadyLinked,

    /// <summary>Pages are not kept back.</summary>
    NotHeld,

    /// <summary>A title without text, or one that is too long.</summary>
    TitleOutOfRange,

    /// <summary>People call it that already.</summary>
    SameTitle,

    /// <summary>The next step was asked for less than 30 seconds ago, and the incident is still unacknowledged.</summary>
    JustEscalated,

    /// <summary>The same people were asked for help less than 30 seconds ago.</summary>
    JustAskedForHelp,

    /// <summary>It pages people, and no configuration can be read that says who they are.</summary>
    NoConfiguration,
}

/// <summary>Decisions in a row, committed as one.</summary>
public static class DecisionSequence
{
    /// <summary>Goes on from where an accepted decision ends; a refusal stands, and a refused second part leaves the first as it is.</summary>
    public static Decision Then(this Decision first, Func<Incident, Decision> next) =>
        first is Decision.Accepted accepted && next(accepted.State) is Decision.Accepted more
            ? new Decision.Accepted(accepted.Events.AddRange(more.Events), more.State)
            : first;
}
