using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;

namespace Incidents.Application.Overrides;

/// <summary>An override is not needed any more. One that runs ends now; what it did until now stands.</summary>
public sealed class CancelOverride(IOverrideStore store, RuntimeOverrides overrides, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<OverrideResult> Handle(ScheduleId schedule, string id, Actor by, CancellationToken cancellation)
    {
        while (true)
        {
            var book = await store.Load(cancellation);
            var now = clock.Now();
            if (book.Overrides.FirstOrDefault(one => one.Id == id && one.Schedule == schedule) is not { } found)
            {
                return new OverrideResult.Unknown("override", id);
            }

            if (found.StateAt(now) == OverrideState.Over)
            {
                return new OverrideResult.IsOver(found);
            }

            var cancelled = found with { CancelledAt = now, CancelledBy = by };
            if (await store.Save(book, [.. book.Overrides.Select(one => one == found ? cancelled : one)], cancellation) == SaveResult.Saved)
            {
                overrides.Forget();
                return new OverrideResult.Cancelled(cancelled);
            }
        }
    }
}
