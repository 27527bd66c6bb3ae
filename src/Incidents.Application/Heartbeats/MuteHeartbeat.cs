using Incidents.Application.Configuration;
using Incidents.Application.Redaction;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Heartbeats;

/// <summary>Mutes a heartbeat until a time, with a reason. A beat that is missing at the end opens an incident then.</summary>
public sealed class MuteHeartbeat(IHeartbeatStore store, IOnCallConfigurationProvider configuration, TimeProvider clock)
{
    /// <exception cref="StoreUnavailableException">It is not muted.</exception>
    public async Task<HeartbeatResult> Handle(string name, Instant until, string reason, Actor by, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var now = clock.Now();
        if (!settings.Heartbeats.ContainsKey(name))
        {
            return HeartbeatResult.Unknown.In(settings, name);
        }

        if (string.IsNullOrWhiteSpace(reason) || reason.Length > LongestReason)
        {
            return new HeartbeatResult.Refused("reason", $"says why it is not heard, in 1 to {LongestReason} characters");
        }

        if (until <= now || until - now > Longest)
        {
            return new HeartbeatResult.Refused("until", $"is in the future, at most {Longest.Days} days from now");
        }

        await store.Mute(name, new HeartbeatMute(until, Redactor.Redact(reason.Trim()), by), now, cancellation);
        return new HeartbeatResult.Done(name, until);
    }

    /// <summary>Ends a mute; without one nothing changes.</summary>
    /// <exception cref="StoreUnavailableException">It is muted still.</exception>
    public async Task<HeartbeatResult> End(string name, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (!settings.Heartbeats.ContainsKey(name))
        {
            return HeartbeatResult.Unknown.In(settings, name);
        }

        await store.Mute(name, mute: null, clock.Now(), cancellation);
        return new HeartbeatResult.Done(name, clock.Now());
    }

    private const int LongestReason = 250;
    private static readonly Duration Longest = Duration.FromDays(90);
}
