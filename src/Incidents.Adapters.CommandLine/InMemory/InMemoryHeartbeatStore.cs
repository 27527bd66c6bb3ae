using Incidents.Application.Heartbeats;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>Heartbeats as a plain dictionary: the same contract, gone with the process.</summary>
public sealed class InMemoryHeartbeatStore : IHeartbeatStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, HeartbeatLog> logs = [];
    private readonly List<AskedTest> waiting = [];
    private Instant? lastSweep;

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<string, HeartbeatLog>> Load(IReadOnlyCollection<string> names, CancellationToken cancellation) => Locked(() =>
        (IReadOnlyDictionary<string, HeartbeatLog>)names.Where(logs.ContainsKey).Distinct().ToDictionary(name => name, name => logs[name]));

    /// <inheritdoc />
    public Task Start(string name, Instant at, CancellationToken cancellation) => Locked(() => Seen(name, at));

    /// <inheritdoc />
    public Task<HeartbeatLog?> Beat(string name, Instant at, CancellationToken cancellation) => Locked(() =>
    {
        var log = Seen(name, at);
        logs[name] = log with { LastBeat = log.Missed is { } missed ? Instant.Max(at, missed + Duration.FromMilliseconds(1)) : at };
        return log.Missed is null ? null : logs[name];
    });

    /// <inheritdoc />
    public Task<SaveResult> MarkMissed(string name, HeartbeatLog known, Instant due, CancellationToken cancellation) => Locked(() =>
    {
        if (logs[name] is not { Missed: null } log || log.LastBeat != known.LastBeat || log.Mute != known.Mute)
        {
            return SaveResult.Conflict;
        }

        logs[name] = log with { Missed = due, IsTold = false, Incident = null };
        return SaveResult.Saved;
    });

    /// <inheritdoc />
    public Task MarkTold(string name, Instant due, IncidentNumber? incident, CancellationToken cancellation) =>
        Locked(() => logs[name] = logs[name] is { } log && log.Missed == due ? log with { IsTold = true, Incident = incident } : logs[name]);

    /// <inheritdoc />
    public Task EndMiss(string name, Instant due, CancellationToken cancellation) =>
        Locked(() => logs[name] = logs[name] is { } log && log.Missed == due ? log with { Missed = null, IsTold = false, Incident = null } : logs[name]);

    /// <inheritdoc />
    public Task Mute(string name, HeartbeatMute? mute, Instant at, CancellationToken cancellation) => Locked(() => logs[name] = Seen(name, at) with { Mute = mute });

    /// <inheritdoc />
    public Task<IReadOnlyList<AskedTest>> KeepSweep(Instant at, CancellationToken cancellation) => Locked<IReadOnlyList<AskedTest>>(() =>
    {
        lastSweep = at;
        AskedTest[] left = [.. waiting];
        waiting.Clear();
        return left;
    });

    /// <inheritdoc />
    public Task Leave(AskedTest test, CancellationToken cancellation) => Locked(() =>
    {
        waiting.Add(test);
        return waiting.Count;
    });

    /// <inheritdoc />
    public Task KeepProbe(Instant at, CancellationToken cancellation) => Task.CompletedTask;

    /// <inheritdoc />
    public Task<Instant?> LastSweep(CancellationToken cancellation) => Locked(() => lastSweep);

    private HeartbeatLog Seen(string name, Instant at) => logs.TryGetValue(name, out var log) ? log : logs[name] = new HeartbeatLog { Since = at };

    private Task<T> Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            return Task.FromResult(work());
        }
    }
}
