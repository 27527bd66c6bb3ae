using Incidents.Application.Store;
using Incidents.Domain.Maintenance;

namespace Incidents.Application.Maintenance;

/// <summary>Where maintenance windows are kept.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IMaintenanceStore
{
    /// <summary>Every window that was not over when the book was written last: one small, strongly consistent read.</summary>
    Task<MaintenanceBook> Load(CancellationToken cancellation);

    /// <summary>Replaces the windows that the caller read; returns Conflict when they were written since.</summary>
    /// <param name="known">What the caller read.</param>
    /// <param name="over">Those that leave the book and become history, the newest first.</param>
    Task<SaveResult> Save(MaintenanceBook known, IReadOnlyList<MaintenanceWindow> windows, IReadOnlyList<MaintenanceWindow> over, CancellationToken cancellation);

    /// <summary>The last <see cref="MostPast"/> windows that are over, the newest first.</summary>
    Task<IReadOnlyList<MaintenanceWindow>> Past(CancellationToken cancellation);

    /// <summary>How many windows the history holds.</summary>
    const int MostPast = 100;
}

/// <summary>The windows of now and later.</summary>
/// <param name="Revision">Changes with every write; 0 when nothing was ever planned.</param>
public sealed record MaintenanceBook(IReadOnlyList<MaintenanceWindow> Windows, long Revision)
{
    public static MaintenanceBook Empty { get; } = new([], 0);
}
