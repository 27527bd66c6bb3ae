using Incidents.Application.Configuration;
using Incidents.Application.Store;

namespace Incidents.Application.Heartbeats;

/// <summary>A job says that it still runs.</summary>
public sealed class RecordHeartbeat(IHeartbeatStore store, IConfigurationSource configuration, TellHeartbeat tell, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">The beat is not kept; or it is, and the next tick tells of it.</exception>
    public async Task<HeartbeatResult> Handle(string name, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (!settings.Heartbeats.TryGetValue(name, out var heartbeat))
        {
            return HeartbeatResult.Unknown.In(settings, name);
        }

        var now = clock.Now();
        if (await store.Beat(name, now, cancellation) is { } missed)
        {
            await tell.Recovered(name, missed, cancellation);
        }

        return new HeartbeatResult.Done(name, now + heartbeat.Every + heartbeat.Grace);
    }
}
