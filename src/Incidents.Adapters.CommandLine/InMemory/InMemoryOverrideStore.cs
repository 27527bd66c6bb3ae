using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Domain.OnCall;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Overrides as a plain list: the same contract, gone with the process.</summary>
public sealed class InMemoryOverrideStore : IOverrideStore
{
    private readonly Lock gate = new();
    private OverrideBook book = OverrideBook.Empty;

    /// <inheritdoc />
    public Task<OverrideBook> Load(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(book);
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(OverrideBook known, IReadOnlyList<MadeOverride> overrides, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known.Revision != book.Revision)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            book = new OverrideBook([.. overrides], book.Revision + 1);
            return Task.FromResult(SaveResult.Saved);
        }
    }
}
