using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>News for the channel that is committed but not sent yet.</summary>
/// <param name="Kind">The newest news; it replaces older ones that were not sent.</param>
/// <param name="Since">Sequence number of the event that is the news.</param>
/// <param name="ClaimedUntil">Past this the sweep sends it.</param>
/// <param name="Attempts">Attempts begun.</param>
public sealed record PendingUpdate(UpdateKind Kind, int Since, Instant ClaimedUntil, int Attempts);

/// <summary>Kinds of news that go to a channel in one short message.</summary>
public enum UpdateKind
{
    /// <summary>The incident is acknowledged.</summary>
    Acknowledged,

    /// <summary>The incident is unacknowledged again.</summary>
    GivenBack,

    /// <summary>More alarms joined.</summary>
    AlarmsJoined,

    /// <summary>All alarms of an acknowledged incident are OK: resolve?</summary>
    Recovered,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>It came back.</summary>
    Reopened,

    /// <summary>Still open, a day on; or resolved while an alarm still fires.</summary>
    Reminder,

    /// <summary>The holder is asked whether they still work on it.</summary>
    StillOnIt,

    /// <summary>The holder wants to hear nothing for a while.</summary>
    Snoozed,

    /// <summary>Customers are no longer hurt; the cause may still be there.</summary>
    Mitigated,

    /// <summary>A person thinks it less bad than it was.</summary>
    SeverityLowered,

    /// <summary>Pages are kept back for now.</summary>
    Held,
}
