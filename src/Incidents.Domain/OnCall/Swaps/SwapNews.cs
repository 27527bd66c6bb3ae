using NodaTime;

namespace Incidents.Domain.OnCall.Swaps;

/// <summary>Something about a request that its team should hear once.</summary>
/// <param name="State">Open means that it was asked, or a reminder of it.</param>
/// <param name="Of">When it came about; a reminder's own hour.</param>
public sealed record SwapNews(SwapState State, Instant Of)
{
    /// <summary>How long before its beginning an open request is brought up again.</summary>
    public static readonly IReadOnlyList<Duration> RemindedBefore =
    [
        Duration.FromDays(28), Duration.FromDays(21), Duration.FromDays(14), Duration.FromDays(7),
        Duration.FromDays(3), Duration.FromDays(2), Duration.FromDays(1), Duration.FromHours(12),
    ];

    /// <summary>What is to be told at an instant; null when the team knows. After an outage that is the newest alone.</summary>
    public static SwapNews? Untold(SwapRequest request, Instant now)
    {
        var newest = Newest(request, now);
        return request.Told is { } told && told.State == newest.State && told.Of >= newest.Of ? null
            : newest.State == SwapState.Cancelled && request.Told is null ? null
            : newest;
    }

    private static SwapNews Newest(SwapRequest request, Instant now)
    {
        var state = request.StateAt(now);
        return new(state, state switch
        {
            SwapState.Taken => request.TakenAt!.Value,
            SwapState.Cancelled => request.CancelledAt!.Value,
            SwapState.Expired => request.StaysOpen ? request.To : request.From,
            _ => RemindedBefore.Select(ahead => request.From - ahead).Where(at => at > request.MadeAt && at <= now).Append(request.MadeAt).Max(),
        });
    }
}
