using Incidents.Application.Store;
using Incidents.Application.Time;

namespace Incidents.Application.Heartbeats;

/// <summary>Whether the store takes writes: one that only answers reads opens no incident.</summary>
/// <remarks>Callers need no credentials, so it writes once in five seconds at most.</remarks>
public sealed class WriteProbe(IHeartbeatStore store, TimeProvider clock)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private volatile Known? known;

    /// <summary>False when a small write failed just now.</summary>
    public async Task<bool> TakesWrites(CancellationToken cancellation)
    {
        if (known is { } recent && clock.GetElapsedTime(recent.At) < Fresh)
        {
            return recent.TakesWrites;
        }

        var takes = true;
        try
        {
            await store.KeepProbe(clock.Now(), cancellation);
        }
        catch (StoreUnavailableException)
        {
            takes = false;
        }

        known = new Known(takes, clock.GetTimestamp());
        return takes;
    }

    private sealed record Known(bool TakesWrites, long At);
}
