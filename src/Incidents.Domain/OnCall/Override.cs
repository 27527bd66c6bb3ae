using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>
/// An exception to the rotation over the instants from <see cref="From"/> up to <see cref="To"/>. It acts on what the
/// overrides created before it left, moves no turn, and does nothing when it ends before it begins.
/// </summary>
public sealed record Override
{
    public required OverrideKind Kind { get; init; }

    public required Instant From { get; init; }

    public required Instant To { get; init; }

    /// <summary>The people who cover, join, leave or step in.</summary>
    public PersonSet Users { get; init; } = PersonSet.Nobody;

    /// <summary>Whose place <see cref="Users"/> take; set for <see cref="OverrideKind.Replace"/> only.</summary>
    public PersonId? Replaces { get; init; }

    /// <summary>
    /// The layer whose people are changed before precedence is settled, also outside its restrictions, start and end; null
    /// means the schedule's final answer.
    /// </summary>
    public string? Layer { get; init; }
}

/// <summary>What an override does with the people it finds.</summary>
public enum OverrideKind
{
    /// <summary>These people instead of all others, also in gaps; with an empty set it makes a gap on purpose.</summary>
    Cover,

    /// <summary>These people in the place of one, wherever that one is on call.</summary>
    Replace,

    /// <summary>These people as well.</summary>
    Add,

    /// <summary>Not these people. On the whole schedule that leaves a gap; on a layer, lower layers show through.</summary>
    Remove,
}
