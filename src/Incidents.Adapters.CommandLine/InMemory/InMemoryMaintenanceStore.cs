using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Domain.Maintenance;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Maintenance windows as plain lists: the same contract, gone with the process.</summary>
public sealed class InMemoryMaintenanceStore : IMaintenanceStore
{
    private readonly Lock gate = new();
    private MaintenanceBook book = MaintenanceBook.Empty;
    private IReadOnlyList<MaintenanceWindow> past = [];

    /// <inheritdoc />
    public Task<MaintenanceBook> Load(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(book);
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(
        MaintenanceBook known, IReadOnlyList<MaintenanceWindow> windows, IReadOnlyList<MaintenanceWindow> over, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known.Revision != book.Revision)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            book = new MaintenanceBook([.. windows], book.Revision + 1);
            past = [.. over.Concat(past).Take(IMaintenanceStore.MostPast)];
            return Task.FromResult(SaveResult.Saved);
        }
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<MaintenanceWindow>> Past(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(past);
        }
    }
}
