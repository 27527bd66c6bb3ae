using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Store;

/// <summary>Where incidents are kept. The write is the lock: every change is conditional on what it was decided on.</summary>
/// <remarks>
/// All reads that a decision rests on are strongly consistent. Calls that cannot be answered throw
/// <see cref="StoreUnavailableException"/>; nothing else is thrown for reasons of the store.
/// </remarks>
public interface IIncidentStore
{
    /// <summary>Returns a number that no other incident gets. Numbers are leased in blocks, so gaps are normal.</summary>
    Task<IncidentNumber> NextNumber(CancellationToken cancellation);

    /// <summary>All that deciding about one alarm change takes, in one call.</summary>
    Task<AlarmContext> LoadAlarm(AlarmQuery query, CancellationToken cancellation);

    /// <summary>What is remembered of each of these alarms, in as few calls as that takes; those that nothing is known of are missing.</summary>
    Task<IReadOnlyList<AlarmRecord>> Alarms(IReadOnlyCollection<AlarmMember> members, CancellationToken cancellation);

    /// <summary>The incident, and the alarm that joined it if it did, in one call; null when there is no such incident.</summary>
    Task<IncidentRecord?> Load(IncidentNumber number, AlarmMember? member, CancellationToken cancellation);

    /// <summary>Writes a new incident with everything that points to it, or nothing.</summary>
    Task<SaveResult> Open(IncidentOpening opening, CancellationToken cancellation);

    /// <summary>Writes new state and new events together; returns Conflict when the incident was written since it was read.</summary>
    Task<SaveResult> Save(IncidentCommit commit, CancellationToken cancellation);

    /// <summary>Writes an alarm beside the incident it joined: one small write, whatever the incident is going through.</summary>
    /// <param name="expected">Its newest change as the caller read it; null when it has not joined before.</param>
    Task<SaveResult> SaveMember(IncidentNumber number, MemberAlarm member, AlarmChange? expected, CancellationToken cancellation);

    /// <summary>Every alarm that joined, in no order.</summary>
    Task<IReadOnlyList<MemberAlarm>> Members(IncidentNumber number, CancellationToken cancellation);

    /// <summary>Remembers the newest change of an alarm that no open incident knows.</summary>
    /// <param name="known">What the caller read. A contributor's change also stops an opening that is just being decided on its alarm.</param>
    Task<SaveResult> Remember(AlarmMember member, AlarmChange change, AlarmContext known, CancellationToken cancellation);

    /// <summary>After a resolve: alarms and service no longer point to the incident, and remember what they last saw. May be repeated.</summary>
    Task Release(Incident incident, IReadOnlyCollection<MemberAlarm> members, CancellationToken cancellation);

    /// <summary>Points an alarm to an incident that was taken up again and has it once more, if nothing has been written to it since it was read.</summary>
    /// <param name="known">The alarm as the caller read it.</param>
    Task<SaveResult> TakeBack(IncidentNumber number, AlarmRecord known, CancellationToken cancellation);

    /// <summary>Names the children of an open composite alarm, so that one that fires later joins it. May be repeated.</summary>
    Task ExpectChildren(IncidentNumber number, IReadOnlyCollection<DedupKey> children, CancellationToken cancellation);

    /// <summary>What was noted of the last minute, as <see cref="AlarmContext.Minute"/> has it.</summary>
    Task<MinuteNote> LoadMinute(CancellationToken cancellation);

    /// <summary>Adds to the note of the last minute, whatever others add at the same time.</summary>
    /// <param name="instead">What stands there afterwards when the list has become too long; null as long as it is only added to. What others add meanwhile is then lost: a note is no claim.</param>
    Task AddToMinute(MinuteNote added, MinuteNote? instead, CancellationToken cancellation);

    /// <summary>The whole story in order, joined alarms included.</summary>
    Task<IReadOnlyList<TimelineEntry>> Timeline(IncidentNumber number, CancellationToken cancellation);

    /// <summary>Incidents with something due at or before <paramref name="until"/>, the earliest first.</summary>
    Task<IReadOnlyList<DueIncident>> Due(Instant until, int limit, CancellationToken cancellation);

    /// <summary>All open incidents, newest first.</summary>
    Task<IReadOnlyList<Incident>> OpenIncidents(CancellationToken cancellation);

    /// <summary>Incidents by the time they opened, newest first, open ones included; checks are no part of history.</summary>
    /// <param name="after">Where the previous page ended; null for the first.</param>
    /// <param name="notBefore">Months that end before this are not looked at.</param>
    Task<HistoryPage> History(HistoryCursor? after, Instant notBefore, int limit, CancellationToken cancellation);

    /// <summary>Keeps a postmortem draft; a later draft of the same incident replaces it.</summary>
    Task SavePostmortem(IncidentNumber number, string markdown, CancellationToken cancellation);

    /// <summary>The postmortem draft; null when there is none.</summary>
    Task<string?> Postmortem(IncidentNumber number, CancellationToken cancellation);
}

/// <summary>What became of a write.</summary>
public enum SaveResult
{
    /// <summary>The write was committed.</summary>
    Saved,

    /// <summary>Another write came first: load and decide again.</summary>
    Conflict,
}

/// <summary>The store gave no answer, or none that helps, after its own retries.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
