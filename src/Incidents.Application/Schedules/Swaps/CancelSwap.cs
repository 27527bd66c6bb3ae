using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall.Swaps;

namespace Incidents.Application.Schedules.Swaps;

/// <summary>Cancels a swap request that is not taken yet.</summary>
public sealed class CancelSwap(ISwapStore store, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<SwapResult> Handle(ScheduleId schedule, string id, Actor by, CancellationToken cancellation)
    {
        while (true)
        {
            var now = clock.Now();
            var book = await store.Load(cancellation);
            if (book.Swaps.FirstOrDefault(one => one.Id == id && one.Schedule == schedule) is not { } request)
            {
                return new SwapResult.Unknown("swap", id);
            }

            switch (SwapRules.Cancel(request, by, now))
            {
                case SwapDecision.Refused refused:
                    return SwapRefusals.Of(refused.Reason, request, request.StateAt(now));
                case SwapDecision.Accepted { Request: var cancelled } when await store.Save(book, book.With(cancelled), cancellation) == SaveResult.Saved:
                    return new SwapResult.Done(cancelled, []);
            }
        }
    }
}
