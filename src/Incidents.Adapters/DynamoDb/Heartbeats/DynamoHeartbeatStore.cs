using System.Text.Json;
using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Json;
using Incidents.Application.Heartbeats;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Domain.Heartbeats;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Heartbeats;

/// <summary>Heartbeats as one small item each, so that a beat is one write unit.</summary>
/// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
public sealed class DynamoHeartbeatStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null) : IHeartbeatStore
{
    private readonly TableCalls calls = new(client, table, meter, clock);

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, HeartbeatLog>> Load(IReadOnlyCollection<string> names, CancellationToken cancellation)
    {
        var found = await calls.GetAll(names.Select(Keys.Heartbeat), cancellation);
        return names.Where(name => found.ContainsKey(Keys.Heartbeat(name))).ToDictionary(name => name, name => found[Keys.Heartbeat(name)].ReadAs(HeartbeatItem.Read));
    }

    /// <inheritdoc />
    public Task Start(string name, Instant at, CancellationToken cancellation) =>
        calls.Write(Change(name).SetOnce(AttributeNames.Since, Time(at)), cancellation);

    /// <inheritdoc />
    public async Task<HeartbeatLog?> Beat(string name, Instant at, CancellationToken cancellation)
    {
        var beat = Change(name).SetOnce(AttributeNames.Since, Time(at)).Set(AttributeNames.Beat, Time(at)).WhenStill(AttributeNames.Missed, null);
        if (await calls.Write(beat, cancellation) is not { Done: false, Item: { } item })
        {
            return null;
        }

        // By a clock that is behind the beat would be older than its miss, and recover nothing.
        var log = item.ReadAs(HeartbeatItem.Read);
        var after = log.Missed is { } missed ? Instant.Max(at, missed + Tick) : at;
        await calls.Write(Change(name).Set(AttributeNames.Beat, Time(after)), cancellation);
        return log with { LastBeat = after };
    }

    /// <inheritdoc />
    public async Task<SaveResult> MarkMissed(string name, HeartbeatLog known, Instant due, CancellationToken cancellation)
    {
        var mark = Change(name)
            .WhenStill(AttributeNames.Beat, known.LastBeat is { } beat ? Time(beat) : null)
            .WhenStill(AttributeNames.Body, known.Mute is { } mute ? HeartbeatItem.Pack(mute) : null)
            .WhenStill(AttributeNames.Missed, null)
            .Set(AttributeNames.Missed, Time(due))
            .Remove(AttributeNames.Incident);
        return (await calls.Write(mark, cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;
    }

    /// <inheritdoc />
    public Task MarkTold(string name, Instant due, IncidentNumber? incident, CancellationToken cancellation) =>
        calls.Write(Change(name).WhenStill(AttributeNames.Missed, Time(due)).Set(AttributeNames.Incident, AttributeValues.Number(incident?.Value ?? 0)), cancellation);

    /// <inheritdoc />
    public Task EndMiss(string name, Instant due, CancellationToken cancellation) =>
        calls.Write(Change(name).WhenStill(AttributeNames.Missed, Time(due)).Remove(AttributeNames.Missed).Remove(AttributeNames.Incident), cancellation);

    /// <inheritdoc />
    public Task Mute(string name, HeartbeatMute? mute, Instant at, CancellationToken cancellation) =>
        calls.Write(Change(name).SetOnce(AttributeNames.Since, Time(at)).SetOrRemove(AttributeNames.Body, mute is null ? null : HeartbeatItem.Pack(mute)), cancellation);

    /// <inheritdoc />
    public async Task<IReadOnlyList<AskedTest>> KeepSweep(Instant at, CancellationToken cancellation)
    {
        // The condition costs nothing, and what makes it fail comes back with the refusal: nothing is read for what is nearly never there.
        if (await calls.Write(Swept(at).WhenStill(AttributeNames.Waiting, null), cancellation) is not { Done: false, Item: { } item })
        {
            return [];
        }

        if ((await calls.Write(Swept(at).Remove(AttributeNames.Waiting).WhenStill(AttributeNames.Waiting, item[AttributeNames.Waiting]), cancellation)).Done)
        {
            return item.ReadAs(Waiting);
        }

        // Another has taken them, or one came in between, which is the next sweep's.
        await calls.Write(Swept(at), cancellation);
        return [];
    }

    /// <inheritdoc />
    public async Task Leave(AskedTest test, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var known = await calls.Get(Keys.Tick, cancellation);
            AskedTest[] waiting = [.. known?.ReadAs(Waiting) ?? [], test];
            var text = AttributeValues.Text(JsonSerializer.Serialize(waiting, StoredFormat.Json.AskedTestArray));
            if ((await calls.Write(new WriteRequestBuilder(Keys.Tick).Set(AttributeNames.Waiting, text).WhenStill(AttributeNames.Waiting, known?.GetValueOrDefault(AttributeNames.Waiting)), cancellation)).Done)
            {
                return;
            }
        }

        throw new StoreUnavailableException("Others ask for test pages at this moment, so this one was not kept. Ask again.");
    }

    /// <inheritdoc />
    public Task KeepProbe(Instant at, CancellationToken cancellation) => calls.Write(new WriteRequestBuilder(Keys.Probe).Set(AttributeNames.Beat, Time(at)), cancellation);

    /// <inheritdoc />
    public async Task<Instant?> LastSweep(CancellationToken cancellation) =>
        (await calls.Get(Keys.Tick, cancellation))?.TextOrNull(AttributeNames.Beat) is { } text ? SortableTime.Read(text) : null;

    private static WriteRequestBuilder Swept(Instant at) => new WriteRequestBuilder(Keys.Tick).Set(AttributeNames.Beat, Time(at));

    private static AskedTest[] Waiting(Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue> item) =>
        item.TextOrNull(AttributeNames.Waiting) is { } text ? JsonSerializer.Deserialize(text, StoredFormat.Json.AskedTestArray)! : [];

    private static WriteRequestBuilder Change(string name) => new(Keys.Heartbeat(name));

    private static Amazon.DynamoDBv2.Model.AttributeValue Time(Instant at) => AttributeValues.Text(SortableTime.Write(at));

    private const int MostAttempts = 5;

    private static readonly Duration Tick = Duration.FromMilliseconds(1);
}
