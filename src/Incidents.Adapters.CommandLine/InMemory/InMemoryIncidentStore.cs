using Incidents.Application.Store;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>The store as plain dictionaries: the same contract, gone with the process.</summary>
public sealed class InMemoryIncidentStore : IIncidentStore
{
    private readonly Lock gate = new();
    private readonly Dictionary<IncidentNumber, Entry> incidents = [];
    private readonly InMemoryPointers pointers = new();
    private readonly SortedSet<(Instant At, int Number)> due = [];
    private MinuteNote minute = MinuteNote.Empty;
    private int lastNumber;

    /// <inheritdoc />
    public Task<IncidentNumber> NextNumber(CancellationToken cancellation) =>
        Task.FromResult(new IncidentNumber(Interlocked.Increment(ref lastNumber)));

    /// <inheritdoc />
    public Task<AlarmContext> LoadAlarm(AlarmQuery query, CancellationToken cancellation) => Locked(() => pointers.Find(query) with { Minute = minute });

    /// <inheritdoc />
    public Task<IReadOnlyList<AlarmRecord>> Alarms(IReadOnlyCollection<AlarmMember> members, CancellationToken cancellation) => Locked(() => pointers.Find(members));

    /// <inheritdoc />
    public Task<IncidentRecord?> Load(IncidentNumber number, AlarmMember? member, CancellationToken cancellation) => Locked(() =>
        incidents.TryGetValue(number, out var entry)
            ? new IncidentRecord(entry.Incident, entry.Detail, member is { } asked ? entry.Members.GetValueOrDefault(asked) : null)
            : null);

    /// <inheritdoc />
    public Task<SaveResult> Open(IncidentOpening opening, CancellationToken cancellation) => Locked(() =>
    {
        if (incidents.ContainsKey(opening.Incident.Number) || !pointers.TryClaim(opening.Incident, opening.Known))
        {
            return SaveResult.Conflict;
        }

        var entry = new Entry(opening.Incident, opening.Detail, [.. opening.Events]);
        incidents.Add(opening.Incident.Number, entry);
        Index(entry);
        return SaveResult.Saved;
    });

    /// <inheritdoc />
    public Task<SaveResult> Save(IncidentCommit commit, CancellationToken cancellation) => Locked(() =>
    {
        if (!incidents.TryGetValue(commit.After.Number, out var entry)
            || entry.Incident.Version != commit.Before.Version
            || (commit.Reclaim is { } known && !pointers.TryClaim(commit.After, known)))
        {
            return SaveResult.Conflict;
        }

        entry.Incident = commit.After;
        Index(entry);
        entry.Events.AddRange(commit.Events);
        return SaveResult.Saved;
    });

    /// <inheritdoc />
    public Task<SaveResult> SaveMember(IncidentNumber number, MemberAlarm member, AlarmChange? expected, CancellationToken cancellation) => Locked(() =>
    {
        var members = incidents[number].Members;
        if (members.GetValueOrDefault(member.Member)?.Last != expected)
        {
            return SaveResult.Conflict;
        }

        members[member.Member] = member;
        return SaveResult.Saved;
    });

    /// <inheritdoc />
    public Task<IReadOnlyList<MemberAlarm>> Members(IncidentNumber number, CancellationToken cancellation) => Locked(() =>
        (IReadOnlyList<MemberAlarm>)(incidents.TryGetValue(number, out var entry) ? [.. entry.Members.Values] : []));

    /// <inheritdoc />
    public Task<SaveResult> Remember(AlarmMember member, AlarmChange change, AlarmContext known, CancellationToken cancellation) => Locked(() =>
        pointers.TryRemember(member, change, known) ? SaveResult.Saved : SaveResult.Conflict);

    /// <inheritdoc />
    public Task Release(Incident incident, IReadOnlyCollection<MemberAlarm> members, CancellationToken cancellation) => Locked(() =>
    {
        pointers.Release(incident, members, isOpenAgain: incidents[incident.Number].Incident.Reopened > incident.Reopened);
        return 0;
    });

    /// <inheritdoc />
    public Task<SaveResult> TakeBack(IncidentNumber number, AlarmRecord known, CancellationToken cancellation) => Locked(() =>
        pointers.TryTakeBack(number, known) ? SaveResult.Saved : SaveResult.Conflict);

    /// <inheritdoc />
    public Task ExpectChildren(IncidentNumber number, IReadOnlyCollection<DedupKey> children, CancellationToken cancellation) => Locked(() =>
    {
        pointers.Expect(number, children);
        return 0;
    });

    /// <inheritdoc />
    public Task<MinuteNote> LoadMinute(CancellationToken cancellation) => Locked(() => minute);

    /// <inheritdoc />
    public Task AddToMinute(MinuteNote added, MinuteNote? instead, CancellationToken cancellation) => Locked(() => minute = (instead ?? minute.With(added)) with { Reach = added.Reach ?? minute.Reach });

    /// <inheritdoc />
    public Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentNumber number, CancellationToken cancellation) => Locked(() =>
        incidents.TryGetValue(number, out var entry)
            ? TimelineOrder.Merge(entry.Events.Select((happened, index) => new TimelineEntry(index + 1, happened)), entry.Members.Values)
            : []);

    /// <inheritdoc />
    public Task<IReadOnlyList<DueIncident>> Due(Instant until, int limit, CancellationToken cancellation) => Locked(() =>
        (IReadOnlyList<DueIncident>)[.. due.TakeWhile(d => d.At <= until).Take(limit).Select(d => new DueIncident(new IncidentNumber(d.Number), d.At))]);

    /// <inheritdoc />
    public Task<IReadOnlyList<Incident>> OpenIncidents(CancellationToken cancellation) => Locked(() =>
        (IReadOnlyList<Incident>)[.. NewestFirst().Where(i => i.IsOpen)]);

    /// <inheritdoc />
    public Task<HistoryPage> History(HistoryCursor? after, Instant notBefore, int limit, CancellationToken cancellation) => Locked(() =>
    {
        var date = notBefore.InUtc().Date;
        var oldest = new LocalDate(date.Year, date.Month, 1).AtMidnight().InUtc().ToInstant();
        List<Incident> rest = [.. NewestFirst().Where(i => !i.Source.IsCheck() && i.TriggeredAt >= oldest && IsAfter(i, after)).Take(limit + 1)];
        var page = rest[..Math.Min(limit, rest.Count)];
        return new HistoryPage(page, rest.Count > limit ? new HistoryCursor(page[^1].TriggeredAt, page[^1].Number) : null);
    });

    /// <inheritdoc />
    public Task SavePostmortem(IncidentNumber number, string markdown, CancellationToken cancellation) => Locked(() => incidents[number].Postmortem = markdown);

    /// <inheritdoc />
    public Task<string?> Postmortem(IncidentNumber number, CancellationToken cancellation) => Locked(() => incidents.GetValueOrDefault(number)?.Postmortem);

    /// <summary>For the stores of other things in the same memory.</summary>
    internal Task<T> WithPointers<T>(Func<InMemoryPointers, T> work) => Locked(() => work(pointers));

    /// <summary>Lets go of incidents that have nothing due and ended before <paramref name="resolvedBefore"/>, so that a year of them fits in memory.</summary>
    public void Forget(Instant resolvedBefore)
    {
        lock (gate)
        {
            foreach (var old in incidents.Values.Where(e => e.Due is null && e.Incident.ResolvedAt < resolvedBefore).ToList())
            {
                incidents.Remove(old.Incident.Number);
            }
        }
    }

    private void Index(Entry entry)
    {
        var number = entry.Incident.Number.Value;
        if (entry.Due is { } gone)
        {
            due.Remove((gone, number));
        }

        entry.Due = entry.Incident.Due;
        if (entry.Due is { } next)
        {
            due.Add((next, number));
        }
    }

    private IEnumerable<Incident> NewestFirst() =>
        incidents.Values.Select(e => e.Incident).OrderByDescending(i => i.TriggeredAt).ThenByDescending(i => i.Number.Value);

    private static bool IsAfter(Incident incident, HistoryCursor? cursor) => cursor is null
        || incident.TriggeredAt < cursor.TriggeredAt
        || (incident.TriggeredAt == cursor.TriggeredAt && incident.Number.Value < cursor.Number.Value);

    private Task<T> Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            return Task.FromResult(work());
        }
    }

    private sealed class Entry(Incident incident, IncidentDetail detail, List<IncidentEvent> events)
    {
        public Incident Incident { get; set; } = incident;

        /// <summary>Under which time it is in the index.</summary>
        public Instant? Due { get; set; }

        public IncidentDetail Detail { get; } = detail;

        public List<IncidentEvent> Events { get; } = events;

        public Dictionary<AlarmMember, MemberAlarm> Members { get; } = [];

        public string? Postmortem { get; set; }
    }
}
