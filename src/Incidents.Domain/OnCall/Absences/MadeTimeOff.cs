using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.OnCall.Absences;

/// <summary>Time off a person entered while the product runs, beside that of the configuration.</summary>
public sealed record MadeTimeOff
{
    /// <summary>What it is cancelled by: `to-` and eight characters.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the person who is away.</summary>
    public required PersonId Person { get; init; }

    public required Instant From { get; init; }

    /// <summary>First instant after it, unless it is cancelled sooner.</summary>
    public required Instant To { get; init; }

    /// <summary>The event of a calendar it came from, so that it can be imported again; null when a person typed it.</summary>
    public string? Source { get; init; }

    public required Actor By { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>When it was cancelled; null when it was not.</summary>
    public Instant? CancelledAt { get; init; }

    public Actor? CancelledBy { get; init; }

    /// <summary>First instant after it, as things stand. What was cancelled before it began has no length.</summary>
    public Instant End => CancelledAt is { } cancelled ? Instant.Max(From, Instant.Min(cancelled, To)) : To;

    /// <summary>Whether it cannot change any more.</summary>
    public bool IsOver(Instant now) => CancelledAt is not null || now >= To;
}
