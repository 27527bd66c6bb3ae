using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Application.Reconcile;

/// <summary>What reconciling reads and mends of the store, beside incidents themselves.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IReconcileStore
{
    /// <summary>Every alarm that points to an incident, in no order. The pointer may be out of date: that is what it is read for.</summary>
    Task<IReadOnlyList<AlarmRecord>> OpenAlarms(CancellationToken cancellation);

    /// <summary>Clears an alarm's pointer to its open incident; returns Conflict when the alarm was written since it was read.</summary>
    Task<SaveResult> LetGo(AlarmRecord alarm, CancellationToken cancellation);

    /// <summary>When <see cref="Mark"/> was last called on this table; null for a table that is new, or another one than before.</summary>
    Task<Instant?> LastRun(CancellationToken cancellation);

    /// <summary>Remembers that it was reconciled at this time. A time earlier than the one that is remembered changes nothing.</summary>
    Task Mark(Instant at, CancellationToken cancellation);
}
