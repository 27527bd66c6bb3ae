using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Maintenance;

namespace Incidents.Application.Maintenance;

/// <summary>The work is done sooner than planned, or is called off.</summary>
public sealed class EndMaintenance(IMaintenanceStore store, MaintenanceCalendar calendar, IResumePaging hearAgain, TimeProvider clock)
{
    /// <returns>The window as it ended: whatever it covered is to be heard again.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is ended.</exception>
    public async Task<MaintenanceResult> Handle(string id, CancellationToken cancellation)
    {
        while (true)
        {
            var book = await store.Load(cancellation);
            var now = clock.Now();
            if (book.Windows.FirstOrDefault(w => w.Id == id && w.StateAt(now) != MaintenanceState.Over) is not { } window)
            {
                return new MaintenanceResult.Unknown(id);
            }

            var ended = window with { EndedAt = now };
            var rest = book.Windows.Where(w => w.Id != id && w.StateAt(now) != MaintenanceState.Over).ToList();
            var over = book.Windows.Except(rest).Where(w => w.Id != id);
            if (await store.Save(book, rest, [ended, .. over], cancellation) == SaveResult.Saved)
            {
                calendar.Forget();
                await hearAgain.Handle(cancellation);
                return new MaintenanceResult.Ended(ended);
            }
        }
    }
}
