using Incidents.Application.Configuration;

namespace Incidents.Application.Heartbeats;

/// <summary>Calls an address outside, which raises an alarm when no call comes any more.</summary>
/// <param name="secret">Name of the secret that holds the address.</param>
/// <returns>Null when the call was taken; else why not, without the address.</returns>
public delegate Task<string?> CallWatchdog(string secret, CancellationToken cancellation);

/// <summary>The heartbeat of a tick that has read the store and written it: a monitor outside receives it, and pages when it stays out.</summary>
/// <param name="call">Null where nothing can be called.</param>
public sealed class BeatWatchdog(IOnCallConfigurationProvider configuration, CallWatchdog? call = null)
{
    /// <returns>What could not be done, in sentences.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation) =>
        call is not null && (await configuration.Current(cancellation)).WatchdogSecret is { } secret && await call(secret, cancellation) is { } failure
            ? [$"the watchdog was not called: {failure}"]
            : [];
}
