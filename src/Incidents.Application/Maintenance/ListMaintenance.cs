using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Maintenance;
using NodaTime;

namespace Incidents.Application.Maintenance;

/// <summary>What is silent, what will be, and what was.</summary>
public sealed class ListMaintenance(IMaintenanceStore store, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">The windows cannot be read.</exception>
    public async Task<MaintenanceList> Handle(CancellationToken cancellation)
    {
        var past = store.Past(cancellation);
        var book = await store.Load(cancellation);
        var now = clock.Now();
        var states = book.Windows.ToLookup(window => window.StateAt(now));
        return new MaintenanceList(
            [.. states[MaintenanceState.Active].OrderBy(window => window.Round(now).End)],
            [.. states[MaintenanceState.Planned].OrderBy(window => window.Round(now).Start)],
            [.. states[MaintenanceState.Over].Concat(await past).DistinctBy(window => window.Id).OrderByDescending(window => window.End).Take(IMaintenanceStore.MostPast)],
            now);
    }
}

/// <summary>Maintenance windows as of an instant.</summary>
/// <param name="Active">Those that end first come first.</param>
/// <param name="Planned">Those that begin first come first.</param>
/// <param name="Past">The newest first.</param>
public sealed record MaintenanceList(
    IReadOnlyList<MaintenanceWindow> Active, IReadOnlyList<MaintenanceWindow> Planned, IReadOnlyList<MaintenanceWindow> Past, Instant Now);
