using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Application.Heartbeats;

/// <summary>The product's own heartbeat. Without the tick nothing escalates, so every page of the console says when it last came round.</summary>
/// <remarks>Asked for at every page, read once in five seconds at most.</remarks>
public sealed class TickHeartbeat(IHeartbeatStore store, TimeProvider clock)
{
    private readonly Instant started = clock.Now();
    private volatile LastSweep? known;

    /// <summary>The age of the last sweep past which pages may be late.</summary>
    public static readonly Duration Late = Duration.FromMinutes(3);

    /// <summary>Records that a sweep has finished.</summary>
    /// <returns>Test pages that were left to this tick.</returns>
    /// <exception cref="StoreUnavailableException">It is not kept; the next sweep says it.</exception>
    public Task<IReadOnlyList<AskedTest>> Beat(CancellationToken cancellation) => store.KeepSweep(clock.Now(), cancellation);

    /// <summary>Returns when the last sweep finished, as far as the store knows.</summary>
    public async Task<LastSweep> Look(CancellationToken cancellation)
    {
        var now = clock.Now();
        if (known is { } recent && now >= recent.AskedAt && now - recent.AskedAt < Fresh)
        {
            return recent with { Now = now };
        }

        try
        {
            return known = new LastSweep(await store.LastSweep(cancellation), started, now, IsKnown: true) { Now = now };
        }
        catch (StoreUnavailableException)
        {
            return new LastSweep(At: null, started, now, IsKnown: false) { Now = now };
        }
    }

    private static readonly Duration Fresh = Duration.FromSeconds(5);
}

/// <summary>The last sweep the tick has finished.</summary>
/// <param name="At">Null when none ever has, or the store does not answer.</param>
/// <param name="LookingSince">When this process began to look.</param>
/// <param name="AskedAt">When the store was asked.</param>
/// <param name="IsKnown">False when the store does not answer.</param>
public sealed record LastSweep(Instant? At, Instant LookingSince, Instant AskedAt, bool IsKnown)
{
    public required Instant Now { get; init; }

    /// <summary>Null when none ever has finished, or the store does not answer.</summary>
    public Duration? Age => Now - At;

    /// <summary>Pages may be late: the last sweep is too long ago, or the store does not answer, or none has come since this process began.</summary>
    public bool IsLate => !IsKnown || Now - (At ?? LookingSince) > TickHeartbeat.Late;
}
