using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Heartbeats;

namespace Incidents.Application.Heartbeats;

/// <summary>Checks once a minute that every heartbeat has beaten in time. Without heartbeats it makes no call to the store.</summary>
/// <remarks>Two at once open one incident: the mark on the heartbeat is conditional, and the alarm carries the same time from both.</remarks>
public sealed class CheckHeartbeats(IHeartbeatStore store, IOnCallConfigurationProvider configuration, TellHeartbeat tell, TimeProvider clock)
{
    /// <returns>What could not be done, in sentences; the next run tries again. Never throws for reasons of the store.</returns>
    public async Task<IReadOnlyList<string>> Run(CancellationToken cancellation)
    {
        var failures = new List<string>();
        try
        {
            var heartbeats = (await configuration.Current(cancellation)).Heartbeats;
            var logs = heartbeats.Count == 0 ? Nothing : await store.Load([.. heartbeats.Keys], cancellation);
            foreach (var heartbeat in heartbeats.Values)
            {
                try
                {
                    await Check(heartbeat, logs.GetValueOrDefault(heartbeat.Name), cancellation);
                }
                catch (Exception failure) when (failure is not OperationCanceledException)
                {
                    failures.Add($"heartbeat {heartbeat.Name}: {failure.Message}");
                }
            }
        }
        catch (Exception failure) when (failure is StoreUnavailableException or InvalidConfigurationException)
        {
            failures.Add($"heartbeats: {failure.Message}");
        }

        return failures;
    }

    private async Task Check(Heartbeat heartbeat, HeartbeatLog? log, CancellationToken cancellation)
    {
        var now = clock.Now();
        if (log is null)
        {
            await store.Start(heartbeat.Name, now, cancellation);
        }
        else if (log.Missed is { } missed)
        {
            await Resume(heartbeat, log, missed, cancellation);
        }
        else if (log.DueAt(heartbeat.Every, heartbeat.Grace) is var due && due <= now
            && await store.MarkMissed(heartbeat.Name, log, due, cancellation) == SaveResult.Saved)
        {
            await tell.Missed(heartbeat, log, due, cancellation);
        }
    }

    /// <summary>Hands on a miss, or the beat after it, whose process may have died between saving it and handing it on.</summary>
    private async Task Resume(Heartbeat heartbeat, HeartbeatLog log, NodaTime.Instant missed, CancellationToken cancellation)
    {
        if (log.LastBeat > missed)
        {
            await tell.Recovered(heartbeat.Name, log, cancellation);
        }
        else if (!log.IsTold)
        {
            await tell.Missed(heartbeat, log, missed, cancellation);
        }
    }

    private static readonly IReadOnlyDictionary<string, HeartbeatLog> Nothing = new Dictionary<string, HeartbeatLog>();
}
