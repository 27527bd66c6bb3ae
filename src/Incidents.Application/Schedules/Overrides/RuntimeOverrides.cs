using Incidents.Application.Store;

namespace Incidents.Application.Schedules.Overrides;

/// <summary>The overrides people have made, read once in five seconds at most.</summary>
/// <remarks>When the store does not answer, or not soon, those it gave last go on counting: who is on call has to be known all the same.</remarks>
public sealed class RuntimeOverrides(IOverrideStore store, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SharedRead<OverrideBook> books = new(clock);
    private OverrideBook known = OverrideBook.Empty;

    public ValueTask<OverrideBook> Current(CancellationToken cancellation) => books.Get(Read, cancellation);

    /// <summary>Whether the store has ever given them to this process; until then nobody knows whether there are any.</summary>
    public bool AreKnown { get; private set; }

    /// <summary>Reads anew at the next question: this process has just changed one.</summary>
    public void Forget() => books.Forget();

    private async Task<OverrideBook> Read()
    {
        try
        {
            var book = await store.Load(CancellationToken.None).WaitAsync(Patience);
            Volatile.Write(ref known, book);
            AreKnown = true;
            return book;
        }
        catch (Exception problem) when (problem is StoreUnavailableException or TimeoutException)
        {
            return Volatile.Read(ref known);
        }
    }
}
