using Incidents.Application.Store;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Application.Notices;

/// <summary>Finds out what is news to a team. What it knows to be sent it does not read again for five minutes: news is rare, and ticks are not.</summary>
public sealed class NotificationLog(INotificationLogStore store, TimeProvider clock)
{
    private volatile Seen? seen;

    /// <summary>Keeps what is true now, then returns which of it is news, with the value sent before. Of two processes that ask at once, one gets all of it and the other none.</summary>
    /// <param name="now">What is true now, by subject.</param>
    /// <returns>News by subject; the value is the one sent last. A subject without an earlier value is kept without being news.</returns>
    /// <exception cref="StoreUnavailableException">Nothing is kept; ask again.</exception>
    public async Task<IReadOnlyDictionary<string, string>> News(IReadOnlyDictionary<string, string> now, CancellationToken cancellation)
    {
        if (now.Count == 0 || (seen is { } last && clock.Now() < last.At + Fresh && now.All(one => last.Told.GetValueOrDefault(one.Key) == one.Value)))
        {
            return None;
        }

        var book = await store.Load(cancellation);
        var changed = now.Where(one => book.Told.GetValueOrDefault(one.Key) != one.Value).ToList();
        var told = new Dictionary<string, string>(book.Told);
        changed.ForEach(one => told[one.Key] = one.Value);
        if (changed.Count > 0 && await store.Save(book, told, cancellation) == SaveResult.Conflict)
        {
            return None;
        }

        seen = new Seen(clock.Now(), told);
        return changed.Where(one => book.Told.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => book.Told[one.Key]);
    }

    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();
    private static readonly Duration Fresh = Duration.FromMinutes(5);

    private sealed record Seen(Instant At, IReadOnlyDictionary<string, string> Told);
}
