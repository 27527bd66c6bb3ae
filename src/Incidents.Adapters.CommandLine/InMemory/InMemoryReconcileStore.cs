using Incidents.Application.Reconcile;
using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>The same over the incidents of a store in memory.</summary>
public sealed class InMemoryReconcileStore(InMemoryIncidentStore store) : IReconcileStore
{
    private readonly Lock gate = new();
    private Instant? ran;

    /// <inheritdoc />
    public Task<IReadOnlyList<AlarmRecord>> OpenAlarms(CancellationToken cancellation) => store.WithPointers(pointers => pointers.OpenAlarms());

    /// <inheritdoc />
    public Task<SaveResult> LetGo(AlarmRecord alarm, CancellationToken cancellation) =>
        store.WithPointers(pointers => pointers.TryLetGo(alarm) ? SaveResult.Saved : SaveResult.Conflict);

    /// <inheritdoc />
    public Task<Instant?> LastRun(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(ran);
        }
    }

    /// <inheritdoc />
    public Task Mark(Instant at, CancellationToken cancellation)
    {
        lock (gate)
        {
            ran = ran is { } earlier ? Instant.Max(earlier, at) : at;
            return Task.CompletedTask;
        }
    }
}
