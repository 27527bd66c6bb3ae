using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;

namespace Incidents.Application.Schedules.Swaps;

/// <summary>Where requests for a swap are kept.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface ISwapStore
{
    /// <summary>All of them, in the order they were made: one strongly consistent read.</summary>
    Task<SwapBook> Load(CancellationToken cancellation);

    /// <summary>Replaces the requests that the caller read; returns Conflict when they were written since.</summary>
    Task<SaveResult> Save(SwapBook known, IReadOnlyList<SwapRequest> swaps, CancellationToken cancellation);

    /// <summary>The same together with the override that carries a taken one out: both or neither.</summary>
    Task<SaveResult> Take(
        SwapBook known, IReadOnlyList<SwapRequest> swaps, OverrideBook overrides, IReadOnlyList<MadeOverride> made, CancellationToken cancellation);
}

/// <summary>The requests that are open, and the latest of those that are not any more.</summary>
/// <param name="Swaps">In the order they were made.</param>
/// <param name="Revision">Changes with every write; 0 when none was ever made.</param>
public sealed record SwapBook(IReadOnlyList<SwapRequest> Swaps, long Revision)
{
    public static SwapBook Empty { get; } = new([], 0);

    /// <summary>The same with one request as it is now.</summary>
    internal IReadOnlyList<SwapRequest> With(SwapRequest changed) => [.. Swaps.Select(one => one.Id == changed.Id ? changed : one)];
}
