using Incidents.Domain.OnCall.Swaps;

namespace Incidents.Application.Schedules.Swaps;

/// <summary>Refusals in sentences that say how to mend them.</summary>
internal static class SwapRefusals
{
    public static SwapResult.Refused Of(SwapRefusal reason, SwapRequest request, SwapState state) => reason switch
    {
        SwapRefusal.EndsBeforeItBegins => new("to", reason, "The swap ends before it begins. Give an end after the beginning."),
        SwapRefusal.HasBegun => new("from", reason, "The swap would have begun already. Give a beginning in the future, or make an override, which counts at once."),
        SwapRefusal.TooFar => new("to", reason, "The swap is more than two years long or away. Check the year."),
        SwapRefusal.RequesterIsNotOnCall => new("requester", reason, $"{request.Requester} is not on call on {request.Schedule} in that time, so there is nothing to take over."),
        SwapRefusal.IsAskedAlready => new("from", reason, $"{request.Requester} has asked for some of that time already. Cancel that request first."),
        SwapRefusal.IsNotOpen => new("id", reason, $"{request.Id} is not open any more: {Became(request, state)}"),
        SwapRefusal.TakerIsTheRequester => new("taker", reason, $"{request.Requester} asked for it and cannot take it. Somebody else has to."),
        SwapRefusal.TakerIsNotActive => new("taker", reason, "Whoever takes it is not active and would not be paged. Name somebody else."),
        _ => throw new InvalidOperationException($"no words for {reason}"),
    };

    private static string Became(SwapRequest request, SwapState state) => state switch
    {
        SwapState.Taken => $"{request.Taker} has taken it. To undo that, cancel the override {request.Override}.",
        SwapState.Cancelled => $"{request.CancelledBy?.Name} has cancelled it.",
        _ => $"it began, nobody had taken it, and {request.Requester} stays on call.",
    };
}
