using Amazon.DynamoDBv2;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Adapters.DynamoDb.Operations;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.DynamoDb;

/// <summary>Incidents in one DynamoDB table.</summary>
/// <remarks>
/// What an incident is lives under its number: a head that every change replaces on condition that it is unchanged since it was read, a detail written
/// once, and children written once each. Nothing is scanned for and nothing is deleted; with a retention DynamoDB removes what is long resolved. One store per process: it holds leased numbers.
/// </remarks>
public sealed class DynamoIncidentStore : IIncidentStore
{
    private readonly TableCalls calls;
    private readonly TimeProvider clock;
    private readonly Expiry expiry;
    private readonly NumberLease numbers;
    private readonly AlarmMemory alarms;
    private readonly IncidentReads reads;
    private readonly IncidentWrites writes;
    private readonly Composites composites;
    private readonly Release release;
    private readonly Listings listings;

    /// <param name="client">Its retries and time-outs are those of every call; see <see cref="DynamoDbClients"/>.</param>
    /// <param name="meter">Adds up what the calls cost; null where costs are not counted.</param>
    /// <param name="retention">Null keeps everything.</param>
    /// <param name="numbersAtOnce">How many numbers it takes at once; null for what a process takes that opens many.</param>
    public DynamoIncidentStore(IAmazonDynamoDB client, string table, TimeProvider clock, CapacityMeter? meter = null, FindRetention? retention = null, int? numbersAtOnce = null)
    {
        this.clock = clock;
        calls = new TableCalls(client, table, meter, clock);
        var cache = new HeadCache();
        expiry = new Expiry(retention ?? (_ => default), clock);
        numbers = new NumberLease(calls, numbersAtOnce ?? NumberLease.Usual);
        alarms = new AlarmMemory(calls);
        reads = new IncidentReads(calls, cache);
        writes = new IncidentWrites(calls, cache, expiry);
        composites = new Composites(calls, clock);
        release = new Release(calls, composites);
        listings = new Listings(calls);
    }

    /// <inheritdoc />
    public Task<IncidentNumber> NextNumber(CancellationToken cancellation) => numbers.Next(cancellation);

    /// <inheritdoc />
    public Task<AlarmContext> LoadAlarm(AlarmQuery query, CancellationToken cancellation) => alarms.Load(query, cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<AlarmRecord>> Alarms(IReadOnlyCollection<AlarmMember> members, CancellationToken cancellation) => alarms.All(members, cancellation);

    /// <inheritdoc />
    public Task<IncidentRecord?> Load(IncidentNumber number, AlarmMember? member, CancellationToken cancellation) => reads.Load(number, member, cancellation);

    /// <inheritdoc />
    public Task<SaveResult> Open(IncidentOpening opening, CancellationToken cancellation) => writes.Open(opening, cancellation);

    /// <inheritdoc />
    public Task<SaveResult> Save(IncidentCommit commit, CancellationToken cancellation) => writes.Save(commit, cancellation);

    /// <inheritdoc />
    public async Task<SaveResult> SaveMember(IncidentNumber number, MemberAlarm member, AlarmChange? expected, CancellationToken cancellation) =>
        (await calls.Write(Joined.Write(number, member, expected, await expiry.OfPart(cancellation)), cancellation)).Done ? SaveResult.Saved : SaveResult.Conflict;

    /// <inheritdoc />
    public Task<IReadOnlyList<MemberAlarm>> Members(IncidentNumber number, CancellationToken cancellation) => reads.Members(number, cancellation);

    /// <inheritdoc />
    public Task<SaveResult> Remember(AlarmMember member, AlarmChange change, AlarmContext known, CancellationToken cancellation) =>
        alarms.Remember(member, change, known, cancellation);

    /// <inheritdoc />
    public Task Release(Incident incident, IReadOnlyCollection<MemberAlarm> members, CancellationToken cancellation) => release.Run(incident, members, cancellation);

    /// <inheritdoc />
    public Task<SaveResult> TakeBack(IncidentNumber number, AlarmRecord known, CancellationToken cancellation) => alarms.TakeBack(number, known, cancellation);

    /// <inheritdoc />
    public Task ExpectChildren(IncidentNumber number, IReadOnlyCollection<DedupKey> children, CancellationToken cancellation) =>
        composites.Expect(number, children, cancellation);

    /// <inheritdoc />
    public Task<MinuteNote> LoadMinute(CancellationToken cancellation) => alarms.Minute(cancellation);

    /// <inheritdoc />
    public Task AddToMinute(MinuteNote added, MinuteNote? instead, CancellationToken cancellation) => alarms.AddToMinute(added, instead, cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentNumber number, CancellationToken cancellation) => reads.Timeline(number, cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<DueIncident>> Due(Instant until, int limit, CancellationToken cancellation) => listings.Due(until, limit, cancellation);

    /// <inheritdoc />
    public Task<IReadOnlyList<Incident>> OpenIncidents(CancellationToken cancellation) => listings.Open(cancellation);

    /// <inheritdoc />
    public Task<HistoryPage> History(HistoryCursor? after, Instant notBefore, int limit, CancellationToken cancellation)
    {
        var newest = Month.Of(after?.TriggeredAt ?? clock.Now() + ClockSkew);
        return listings.History(after, newest, Month.Of(Instant.Max(notBefore, OldestHistory)), limit, cancellation);
    }

    /// <inheritdoc />
    public async Task SavePostmortem(IncidentNumber number, string markdown, CancellationToken cancellation) =>
        await calls.Write(PostmortemItem.Write(number, markdown, await expiry.OfPart(cancellation)), cancellation);

    /// <inheritdoc />
    public Task<string?> Postmortem(IncidentNumber number, CancellationToken cancellation) => reads.Postmortem(number, cancellation);

    /// <summary>Another process may have opened an incident by a clock that is a little ahead, across the end of a month.</summary>
    private static readonly Duration ClockSkew = Duration.FromMinutes(5);

    /// <summary>Before the first version: a caller who sets no limit is not sent through months without number.</summary>
    private static readonly Instant OldestHistory = Instant.FromUtc(2025, 1, 1, 0, 0);
}
