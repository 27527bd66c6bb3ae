using Incidents.Application.Store;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>What teams were told, as a plain book: the same contract, gone with the process.</summary>
public sealed class InMemoryToldStore : IToldStore
{
    private readonly Lock gate = new();
    private ToldBook book = ToldBook.Empty;

    /// <inheritdoc />
    public Task<ToldBook> Load(CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(book);
        }
    }

    /// <inheritdoc />
    public Task<SaveResult> Save(ToldBook known, IReadOnlyDictionary<string, string> told, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (known.Revision != book.Revision)
            {
                return Task.FromResult(SaveResult.Conflict);
            }

            book = new ToldBook(new Dictionary<string, string>(told), book.Revision + 1);
            return Task.FromResult(SaveResult.Saved);
        }
    }
}
