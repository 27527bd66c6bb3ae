using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>An override a person made while the product runs, beside those of the configuration.</summary>
public sealed record MadeOverride
{
    /// <summary>What it is cancelled by: `ov-` and eight characters.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the schedule.</summary>
    public required ScheduleId Schedule { get; init; }

    public required OverrideKind Kind { get; init; }

    public required Instant From { get; init; }

    /// <summary>First instant after it, unless it is cancelled sooner.</summary>
    public required Instant To { get; init; }

    /// <summary>Ids of the people who cover, join, leave or step in.</summary>
    public IReadOnlyList<PersonId> Users { get; init; } = [];

    /// <summary>Whose place they take, where that is the kind.</summary>
    public PersonId? Replaces { get; init; }

    /// <summary>The layer it is limited to; null for the whole schedule.</summary>
    public string? Layer { get; init; }

    public required Actor By { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>When it was cancelled; null when it was not.</summary>
    public Instant? CancelledAt { get; init; }

    public Actor? CancelledBy { get; init; }

    /// <summary>First instant after it, as things stand. What was cancelled before it began has no length.</summary>
    public Instant End => CancelledAt is { } cancelled ? Instant.Max(From, Instant.Min(cancelled, To)) : To;

    /// <summary>How it stands at an instant.</summary>
    public OverrideState StateAt(Instant now) =>
        CancelledAt is not null || now >= To ? OverrideState.Over : now < From ? OverrideState.Planned : OverrideState.Active;

    /// <summary>What it does to the schedule, when only some people are known.</summary>
    /// <returns>Null when none of the people in it is known any more: an unchanged turn is better than an empty one.</returns>
    public Override? Acting(Func<PersonId, bool> isKnown)
    {
        var users = Users.Where(isKnown).ToArray();
        return End <= From || (users.Length == 0 && Users.Count > 0) ? null : new Override
        {
            Kind = Kind,
            From = From,
            To = End,
            Users = PersonSet.Of(users),
            Replaces = Replaces,
            Layer = Layer,
        };
    }
}

/// <summary>How an override stands.</summary>
public enum OverrideState
{
    /// <summary>It has not begun.</summary>
    Planned,

    /// <summary>It counts now.</summary>
    Active,

    /// <summary>Its time is over, or it was cancelled.</summary>
    Over,
}
