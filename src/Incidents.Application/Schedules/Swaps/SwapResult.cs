using Incidents.Domain;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Application.Schedules.Swaps;

/// <summary>A request to be relieved of shifts.</summary>
/// <param name="Schedule">Id of the schedule.</param>
/// <param name="Requester">Id of the person who is relieved.</param>
/// <param name="Reason">Why; null when none is given.</param>
public sealed record SwapQuestion(ScheduleId Schedule, PersonId Requester, Instant From, Instant To, string? Reason)
{
    /// <summary>The requester stands in for a colleague already: it can be taken until its end.</summary>
    public bool StaysOpen { get; init; }
}

/// <summary>What came of asking for, taking or cancelling a swap.</summary>
public abstract record SwapResult
{
    private SwapResult()
    {
    }

    /// <param name="Request">As it stands now.</param>
    /// <param name="Warnings">What it leads to and may not be meant.</param>
    public sealed record Done(SwapRequest Request, IReadOnlyList<string> Warnings) : SwapResult;

    /// <param name="Field">The field of the question that is wrong.</param>
    /// <param name="Reason">Null where what was asked cannot be read as a question at all.</param>
    /// <param name="Problem">What is wrong and how to mend it, in sentences.</param>
    public sealed record Refused(string Field, SwapRefusal? Reason, string Problem) : SwapResult;

    /// <summary>There is no such schedule, or no such request for it.</summary>
    /// <param name="What">`schedule` or `swap`.</param>
    public sealed record Unknown(string What, string Id) : SwapResult;
}
