using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>People who take turns from a start on, at the times its restrictions leave open.</summary>
public sealed record Layer
{
    /// <summary>Unique in the schedule; overrides refer to it.</summary>
    public required string Name { get; init; }

    /// <summary>The highest priority with anybody on call counts, equal ones add up; null means the position in the list.</summary>
    public int? Priority { get; init; }

    /// <summary>The zone of hand-offs and restrictions; null means the schedule's.</summary>
    public DateTimeZone? TimeZone { get; init; }

    /// <summary>The layer is empty before this instant.</summary>
    public required Instant Start { get; init; }

    /// <summary>The layer is empty from this instant on; null means it has no end.</summary>
    public Instant? End { get; init; }

    /// <summary>The order of turns, up to 100 places. Who is listed twice has twice the turns.</summary>
    public IReadOnlyList<Participant> Participants { get; init; } = [];

    /// <summary>How many neighbours in the list share a turn; the next turn takes the next so many.</summary>
    public int OnCallCount { get; init; } = 1;

    /// <summary>How turns follow one another; null means all participants are on call together.</summary>
    public Rotation? Rotation { get; init; }

    /// <summary>The union of these windows is covered; none means always. They mask turns and never move them.</summary>
    public IReadOnlyList<Restriction> Restrictions { get; init; } = [];

    /// <summary>Later versions of <see cref="Participants"/>.</summary>
    public IReadOnlyList<ParticipantChange> Changes { get; init; } = [];
}

/// <summary>From <paramref name="At"/> on the layer has these participants. Turns keep their boundaries and the person on duty stays, if still listed.</summary>
public sealed record ParticipantChange(Instant At, IReadOnlyList<Participant> Participants);
