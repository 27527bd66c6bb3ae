using Incidents.Application.Overrides;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Store;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Swaps;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Swaps as a plain list beside a store of overrides: the same contract, gone with the process.</summary>
public sealed class InMemorySwapStore(IOverrideStore overrideStore) : ISwapStore, IDisposable
{
    private readonly SemaphoreSlim gate = new(1);
    private SwapBook book = SwapBook.Empty;

    /// <inheritdoc />
    public Task<SwapBook> Load(CancellationToken cancellation) => Task.FromResult(Volatile.Read(ref book));

    /// <inheritdoc />
    public Task<SaveResult> Save(SwapBook known, IReadOnlyList<SwapRequest> swaps, CancellationToken cancellation) =>
        Write(known, swaps, () => Task.FromResult(SaveResult.Saved));

    /// <inheritdoc />
    public Task<SaveResult> Take(
        SwapBook known, IReadOnlyList<SwapRequest> swaps, OverrideBook overrides, IReadOnlyList<MadeOverride> made, CancellationToken cancellation) =>
        Write(known, swaps, () => overrideStore.Save(overrides, made, cancellation));

    public void Dispose() => gate.Dispose();

    private async Task<SaveResult> Write(SwapBook known, IReadOnlyList<SwapRequest> swaps, Func<Task<SaveResult>> first)
    {
        await gate.WaitAsync();
        try
        {
            if (known.Revision != book.Revision || await first() == SaveResult.Conflict)
            {
                return SaveResult.Conflict;
            }

            Volatile.Write(ref book, new SwapBook([.. swaps], book.Revision + 1));
            return SaveResult.Saved;
        }
        finally
        {
            gate.Release();
        }
    }
}
