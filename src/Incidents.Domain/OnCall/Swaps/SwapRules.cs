using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Domain.OnCall.Swaps;

/// <summary>What may become of a request: open, then taken, expired or cancelled, and nothing after that.</summary>
public static class SwapRules
{
    /// <summary>Decides about a new request.</summary>
    /// <param name="asked">As it would be kept.</param>
    /// <param name="schedule">With every override that counts.</param>
    public static SwapDecision Ask(SwapRequest asked, OnCallCalendar schedule, Instant now) =>
        asked.To <= asked.From ? Refuse(SwapRefusal.EndsBeforeItBegins)
        : !asked.StaysOpen && asked.From <= now ? Refuse(SwapRefusal.HasBegun)
        : asked.From - now > ScheduleRules.LongestWindow || ScheduleRules.CheckWindow(asked.From, asked.To) is not null ? Refuse(SwapRefusal.TooFar)
        : !IsOnCall(asked.Requester, schedule, asked) ? Refuse(SwapRefusal.RequesterIsNotOnCall)
        : new SwapDecision.Accepted(asked);

    /// <summary>Decides about a person who steps in.</summary>
    /// <param name="override">Id of the override that will carry it out.</param>
    public static SwapDecision Take(SwapRequest request, SwapTaker taker, OnCallCalendar schedule, string @override, Instant now) =>
        request.StateAt(now) != SwapState.Open ? Refuse(SwapRefusal.IsNotOpen)
        : taker.Id == request.Requester ? Refuse(SwapRefusal.TakerIsTheRequester)
        : !taker.IsActive ? Refuse(SwapRefusal.TakerIsNotActive)
        : !IsOnCall(request.Requester, schedule, request) ? Refuse(SwapRefusal.RequesterIsNotOnCall)
        : new SwapDecision.Accepted(request with { Taker = taker.Id, TakenAt = now, Override = @override });

    /// <summary>Decides about calling a request off. One that was taken is undone by cancelling its override.</summary>
    public static SwapDecision Cancel(SwapRequest request, Actor by, Instant now) =>
        request.StateAt(now) != SwapState.Open ? Refuse(SwapRefusal.IsNotOpen)
        : new SwapDecision.Accepted(request with { CancelledAt = now, CancelledBy = by });

    /// <summary>Whether a person is on call at any time of the request.</summary>
    public static bool IsOnCall(PersonId person, OnCallCalendar schedule, SwapRequest request) =>
        schedule.Segments(request.From, request.To).Any(segment => segment.People.Contains(person));

    private static SwapDecision.Refused Refuse(SwapRefusal reason) => new(reason);
}

/// <summary>A person who wants to step in.</summary>
/// <param name="Id">Of the person.</param>
/// <param name="IsActive">Whether they would be paged.</param>
public sealed record SwapTaker(PersonId Id, bool IsActive);

/// <summary>What came of a step.</summary>
public abstract record SwapDecision
{
    private SwapDecision()
    {
    }

    /// <param name="Request">As it is to be kept.</param>
    public sealed record Accepted(SwapRequest Request) : SwapDecision;

    public sealed record Refused(SwapRefusal Reason) : SwapDecision;
}

/// <summary>Why a step is not taken.</summary>
public enum SwapRefusal
{
    /// <summary>Its end is not after its beginning.</summary>
    EndsBeforeItBegins,

    /// <summary>It would begin now or earlier, when there is no time to find a taker: an override does it at once.</summary>
    HasBegun,

    /// <summary>It is more than two years long or away.</summary>
    TooFar,

    /// <summary>The requester has no turn in it, so there is nothing to relieve them of.</summary>
    RequesterIsNotOnCall,

    /// <summary>The requester has asked for that time already.</summary>
    IsAskedAlready,

    /// <summary>It was taken or cancelled, or has expired.</summary>
    IsNotOpen,

    /// <summary>The taker is the requester, who cannot relieve themselves.</summary>
    TakerIsTheRequester,

    /// <summary>The taker has left and would not be paged.</summary>
    TakerIsNotActive,
}
