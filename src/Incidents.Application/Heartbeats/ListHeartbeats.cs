using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Heartbeats;
using NodaTime;

namespace Incidents.Application.Heartbeats;

/// <summary>Returns every heartbeat with its last beat and when the next is due.</summary>
public sealed class ListHeartbeats(IHeartbeatStore store, IOnCallConfigurationProvider configuration, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">The heartbeats cannot be read.</exception>
    public async Task<IReadOnlyList<HeartbeatView>> Handle(CancellationToken cancellation)
    {
        var heartbeats = (await configuration.Current(cancellation)).Heartbeats;
        var logs = heartbeats.Count == 0 ? new Dictionary<string, HeartbeatLog>() : await store.Load([.. heartbeats.Keys], cancellation);
        var now = clock.Now();
        return [.. heartbeats.Values.Select(heartbeat => HeartbeatView.Of(heartbeat, logs.GetValueOrDefault(heartbeat.Name), now))];
    }
}

/// <summary>A heartbeat and how it stands.</summary>
/// <param name="DueAt">When it counts as missed without a beat; null before it was first looked at.</param>
public sealed record HeartbeatView(Heartbeat Heartbeat, HeartbeatLog? Log, HeartbeatStatus Status, Instant? DueAt)
{
    public static HeartbeatView Of(Heartbeat heartbeat, HeartbeatLog? log, Instant now) =>
        new(heartbeat, log, log?.StatusAt(now) ?? HeartbeatStatus.Waiting, log?.DueAt(heartbeat.Every, heartbeat.Grace));
}
