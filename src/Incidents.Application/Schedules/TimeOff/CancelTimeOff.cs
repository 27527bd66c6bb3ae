using Incidents.Application.Absences;
using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall.Absences;

namespace Incidents.Application.Schedules.TimeOff;

/// <summary>Ends time off that a person entered, before or while they are away.</summary>
public sealed class CancelTimeOff(ITimeOffStore store, RuntimeOverrides overrides, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">Nothing is changed.</exception>
    public async Task<TimeOffResult> Handle(string id, Actor by, CancellationToken cancellation)
    {
        while (true)
        {
            var book = await store.Load(cancellation);
            var now = clock.Now();
            if (book.Entries.FirstOrDefault(one => one.Id == id) is not { } found)
            {
                return new TimeOffResult.Unknown(id);
            }

            if (found.IsOver(now))
            {
                return new TimeOffResult.IsOver(id);
            }

            var cancelled = found with { CancelledAt = now, CancelledBy = by };
            if (await store.Save(book, [.. book.Entries.Select(one => one == found ? cancelled : one)], cancellation) == SaveResult.Saved)
            {
                overrides.Forget();
                return new TimeOffResult.Cancelled(cancelled);
            }
        }
    }
}
