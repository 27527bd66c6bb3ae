using Incidents.Application.Storage;
using Incidents.Application.Store;

namespace Incidents.Application.Overrides;

/// <summary>The overrides people have made and the time off they have entered, read together once in five seconds at most.</summary>
/// <remarks>When the store does not answer, or not soon, those it gave last go on counting: who is on call has to be known all the same.</remarks>
public sealed class RuntimeOverrides(IDutyStore store, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly SharedRead<DutyBook> books = new(clock);
    private DutyBook known = DutyBook.Empty;

    /// <summary>The overrides alone.</summary>
    public async ValueTask<OverrideBook> Current(CancellationToken cancellation) => (await Both(cancellation)).Overrides;

    /// <summary>Overrides and time off.</summary>
    public ValueTask<DutyBook> Both(CancellationToken cancellation) => books.Get(Read, cancellation);

    /// <summary>Whether the store has ever given them to this process; until then it is unknown whether there are any.</summary>
    public bool AreKnown { get; private set; }

    /// <summary>Reads anew at the next question: this process has just changed one.</summary>
    public void Forget() => books.Forget();

    private async Task<DutyBook> Read()
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
