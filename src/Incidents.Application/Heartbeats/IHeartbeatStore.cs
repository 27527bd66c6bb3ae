using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Heartbeats;

/// <summary>Where beats are kept: one item for each heartbeat, and one for the product's own.</summary>
/// <remarks>Calls that cannot be answered throw <see cref="StoreUnavailableException"/>.</remarks>
public interface IHeartbeatStore
{
    /// <summary>Returns the logs of the heartbeats named, without those never stored; one read for a hundred.</summary>
    Task<IReadOnlyDictionary<string, HeartbeatLog>> Load(IReadOnlyCollection<string> names, CancellationToken cancellation);

    /// <summary>Starts the clock of a heartbeat that is seen for the first time. One that is known stays as it is.</summary>
    Task Start(string name, Instant at, CancellationToken cancellation);

    /// <summary>Keeps a beat: one small write, unless one was missing.</summary>
    /// <returns>What is known of it when one was missing, this beat included, which is after the miss; else null.</returns>
    Task<HeartbeatLog?> Beat(string name, Instant at, CancellationToken cancellation);

    /// <summary>Records that a beat is missing; returns Conflict when a beat, a mute or the same record was written since it was read.</summary>
    Task<SaveResult> MarkMissed(string name, HeartbeatLog known, Instant due, CancellationToken cancellation);

    /// <summary>Keeps that a miss has been handed on. A miss that is over stays over.</summary>
    /// <param name="due">Which miss.</param>
    /// <param name="incident">Null when it belongs to none.</param>
    Task MarkTold(string name, Instant due, IncidentNumber? incident, CancellationToken cancellation);

    /// <summary>Ends a miss, if it is still the same.</summary>
    Task EndMiss(string name, Instant due, CancellationToken cancellation);

    /// <summary>Mutes it, or ends the mute when <paramref name="mute"/> is null.</summary>
    /// <param name="at">When its clock starts if it has not been seen before.</param>
    Task Mute(string name, HeartbeatMute? mute, Instant at, CancellationToken cancellation);

    /// <summary>Keeps that the tick has finished a sweep: one small write, unless a test page was left to it.</summary>
    /// <returns>Test pages that were left to a tick since, each to one of those who keep a sweep.</returns>
    Task<IReadOnlyList<AskedTest>> KeepSweep(Instant at, CancellationToken cancellation);

    /// <summary>Leaves a test page to the process that runs the next sweep.</summary>
    Task Leave(AskedTest test, CancellationToken cancellation);

    /// <summary>One small write that nothing reads: it tells whether the store takes any.</summary>
    Task KeepProbe(Instant at, CancellationToken cancellation);

    /// <summary>When a sweep finished last; null when none ever has.</summary>
    Task<Instant?> LastSweep(CancellationToken cancellation);
}
