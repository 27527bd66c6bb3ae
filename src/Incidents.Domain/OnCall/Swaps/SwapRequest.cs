using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.OnCall.Swaps;

/// <summary>A person asks that another has their turns for a while. Until one of them takes it, nothing changes.</summary>
public sealed record SwapRequest
{
    /// <summary>What it is taken by: `sw-` and eight characters.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the schedule.</summary>
    public required ScheduleId Schedule { get; init; }

    /// <summary>Id of the person who wants to be relieved.</summary>
    public required PersonId Requester { get; init; }

    public required Instant From { get; init; }

    /// <summary>First instant after it.</summary>
    public required Instant To { get; init; }

    /// <summary>Why, in the requester's words; null when they gave none.</summary>
    public string? Reason { get; init; }

    /// <summary>Who made the request: the requester, or another actor for them.</summary>
    public required Actor By { get; init; }

    public required Instant MadeAt { get; init; }

    /// <summary>It can be taken until its end, not only until it begins: the requester stands in for a colleague already.</summary>
    public bool StaysOpen { get; init; }

    /// <summary>Id of the person who stepped in; null while it is not taken.</summary>
    public PersonId? Taker { get; init; }

    public Instant? TakenAt { get; init; }

    /// <summary>Id of the override that carries it out; null while it is not taken.</summary>
    public string? Override { get; init; }

    public Instant? CancelledAt { get; init; }

    public Actor? CancelledBy { get; init; }

    /// <summary>The newest news the team has been told of; null when it has been told nothing.</summary>
    public SwapNews? Told { get; init; }

    /// <summary>How it stands at an instant. Still open at its beginning it has expired, and the requester stays on call.</summary>
    public SwapState StateAt(Instant now) =>
        TakenAt is not null ? SwapState.Taken
        : CancelledAt is not null ? SwapState.Cancelled
        : now >= (StaysOpen ? To : From) ? SwapState.Expired
        : SwapState.Open;
}

/// <summary>How a request stands. Of every state but the first nothing leads away.</summary>
public enum SwapState
{
    /// <summary>Not taken yet.</summary>
    Open,

    /// <summary>Taken, by an override made in the same moment.</summary>
    Taken,

    /// <summary>Its time began before it was taken.</summary>
    Expired,

    /// <summary>It is not needed any more.</summary>
    Cancelled,
}
