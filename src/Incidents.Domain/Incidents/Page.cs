using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>One person, one channel, one series of attempts.</summary>
public sealed record Page
{
    /// <summary>Sequence number of the event that asked for it: unique within the incident.</summary>
    public required int Id { get; init; }

    /// <summary>Id of the person.</summary>
    public required string Person { get; init; }

    /// <summary>Channel kind, `slack` for one.</summary>
    public required string Channel { get; init; }

    /// <summary>Which step of the escalation policy asked for it; 1 is the first, 0 the catch-all.</summary>
    public required int Step { get; init; }

    /// <summary>What is known of its delivery.</summary>
    public PageState State { get; init; } = PageState.Sending;

    /// <summary>Attempts begun.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Attempts to which no answer came: each of them may have arrived.</summary>
    public int Unanswered { get; init; }

    /// <summary>Until when the one who claimed it may still be at it; past that the sweep takes over.</summary>
    public required Instant Deadline { get; init; }

    /// <summary>When it was decided on.</summary>
    public required Instant RequestedAt { get; init; }
}

/// <summary>What is known of a page's delivery.</summary>
public enum PageState
{
    /// <summary>Claimed: somebody is sending it, or died over it.</summary>
    Sending,

    /// <summary>The channel said: not now.</summary>
    Waiting,

    /// <summary>Sent, and no answer came. It may have arrived.</summary>
    Unknown,
}

/// <summary>The newest page that its channel accepted.</summary>
public sealed record LastPage(string Person, Instant At);

/// <summary>What the channel accepted, or why not.</summary>
public abstract record PageOutcome
{
    private PageOutcome()
    {
    }

    /// <summary>The channel took it.</summary>
    public sealed record Sent : PageOutcome;

    /// <summary>The channel wants it again, not before <paramref name="At"/>.</summary>
    public sealed record TryAgain(Instant At, string Answer) : PageOutcome;

    /// <summary>No answer came: it may have arrived.</summary>
    public sealed record Unknown(string Answer) : PageOutcome;

    /// <summary>The channel will never take it.</summary>
    public sealed record Failed(string Answer) : PageOutcome;
}

/// <summary>News for the channel that is committed but not told yet.</summary>
/// <param name="Kind">The newest news; it swallows older ones that were not told.</param>
/// <param name="Since">Sequence number of the event that is the news.</param>
/// <param name="ClaimedUntil">Past this the sweep tells it.</param>
/// <param name="Attempts">Attempts begun.</param>
public sealed record PendingUpdate(UpdateKind Kind, int Since, Instant ClaimedUntil, int Attempts);

/// <summary>Kinds of news a channel hears about in one short message.</summary>
public enum UpdateKind
{
    /// <summary>Somebody has it.</summary>
    Acknowledged,

    /// <summary>Nobody has it any more.</summary>
    GivenBack,

    /// <summary>More alarms joined.</summary>
    AlarmsJoined,

    /// <summary>All alarms are OK, and somebody has it: resolve?</summary>
    Recovered,

    /// <summary>It is over.</summary>
    Resolved,

    /// <summary>It came back.</summary>
    Reopened,

    /// <summary>Still open, a day on; or resolved while an alarm still fires.</summary>
    Reminder,
}
