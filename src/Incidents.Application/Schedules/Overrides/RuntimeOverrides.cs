using Incidents.Application.Store;
using NodaTime;

namespace Incidents.Application.Schedules.Overrides;

/// <summary>The overrides people have made, read once in five seconds at most.</summary>
/// <remarks>When the store does not answer, or not soon, those it gave last go on counting: who is on call has to be known all the same.</remarks>
public sealed class RuntimeOverrides(IOverrideStore store, TimeProvider clock)
{
    private static readonly Duration Fresh = Duration.FromSeconds(5);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock gate = new();
    private OverrideBook known = OverrideBook.Empty;
    private (Instant At, Task<OverrideBook> Book)? last;

    public async ValueTask<OverrideBook> Current(CancellationToken cancellation)
    {
        // The read is everybody's, so nobody's cancellation ends it for the others.
        Task<OverrideBook> book;
        lock (gate)
        {
            var now = clock.Now();
            book = last is { } latest && now - latest.At < Fresh && now >= latest.At ? latest.Book : Read();
            last = last?.Book == book ? last : (now, book);
        }

        return book.IsCompletedSuccessfully ? book.Result : await book.WaitAsync(cancellation);
    }

    /// <summary>Reads anew at the next question: this process has just changed one.</summary>
    public void Forget()
    {
        lock (gate)
        {
            last = null;
        }
    }

    private async Task<OverrideBook> Read()
    {
        try
        {
            var book = await store.Load(CancellationToken.None).WaitAsync(Patience);
            Volatile.Write(ref known, book);
            return book;
        }
        catch (Exception problem) when (problem is StoreUnavailableException or TimeoutException)
        {
            return Volatile.Read(ref known);
        }
    }
}
