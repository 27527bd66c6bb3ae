using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Heartbeats;

namespace Incidents.Application.Heartbeats;

/// <summary>A job says that it still runs.</summary>
/// <param name="tell">Hands on at once that a missing beat has come again; null where nothing but the beat may be written, and then the next tick does.</param>
public sealed class RecordHeartbeat(IHeartbeatStore store, IOnCallConfigurationProvider configuration, TimeProvider clock, TellHeartbeat? tell = null)
{
    /// <exception cref="StoreUnavailableException">The beat is not stored; or it is, and the next tick hands it on.</exception>
    public async Task<HeartbeatResult> Handle(string name, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (!settings.Heartbeats.TryGetValue(name, out var heartbeat))
        {
            return HeartbeatResult.Unknown.In(settings, name);
        }

        var now = clock.Now();
        if (await store.Beat(name, now, cancellation) is { } missed && tell is not null)
        {
            await tell.Recovered(name, missed, cancellation);
        }

        return new HeartbeatResult.Done(name, now + heartbeat.Every + heartbeat.Grace);
    }
}
