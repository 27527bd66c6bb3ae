using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.CommandLine.InMemory;

/// <summary>What points to incidents: alarms, services, the children of composites.</summary>
internal sealed class InMemoryPointers
{
    private readonly Dictionary<AlarmMember, AlarmRecord> alarms = [];
    private readonly Dictionary<(ServiceId Service, string? Group), ServiceRecord> services = [];
    private readonly Dictionary<DedupKey, IncidentNumber> expected = [];
    private long lastRevision;

    public AlarmContext Find(AlarmQuery query) => new()
    {
        Own = alarms.GetValueOrDefault(query.Member),
        Whole = alarms.GetValueOrDefault(query.Member.Whole),
        Children = Find([.. query.Children.Select(child => new AlarmMember(child, null))]),
        Service = services.GetValueOrDefault((query.Service, null)),
        Group = query.Group is { } group ? services.GetValueOrDefault((query.Service, group)) : null,
        ExpectedBy = expected.TryGetValue(query.Member.Key, out var number) ? number : null,
        ChildrenExpected = [.. query.Children.Distinct().Where(expected.ContainsKey).Select(child => new ExpectedChild(child, expected[child]))],
    };

    public IReadOnlyList<AlarmRecord> Find(IReadOnlyCollection<AlarmMember> members) => [.. members.Distinct().Select(member => alarms.GetValueOrDefault(member)).OfType<AlarmRecord>()];

    /// <summary>Points the incident's alarm and service to it, if they are as they were known.</summary>
    public bool TryClaim(Incident incident, AlarmContext known)
    {
        var (claimsService, place, pointer) = (incident.IsFoundByService(), (incident.Service, incident.Group), known.PointerOf(incident));
        if ((incident.Opener is { } opener && RevisionOf(opener.Member.Whole) != known.Whole?.Revision)
            || (claimsService && services.GetValueOrDefault(place)?.Revision != pointer?.Revision))
        {
            return false;
        }

        if (incident.Opener is { } alarm)
        {
            var key = alarm.Member.Whole;
            var seen = alarm.Member == key ? alarm.Change : alarms.GetValueOrDefault(key)?.Seen;
            alarms[key] = new AlarmRecord(key, seen, incident.Number, incident.Number, ++lastRevision);
        }

        if (claimsService)
        {
            services[place] = new ServiceRecord(incident.Service, incident.Number, ++lastRevision) { Earlier = pointer?.EarlierThan(incident.Number) ?? [] };
        }

        return true;
    }

    public bool TryRemember(AlarmMember member, AlarmChange change, AlarmContext known)
    {
        var whole = member.Whole;
        if (RevisionOf(member) != known.Own?.Revision || RevisionOf(whole) != known.Whole?.Revision)
        {
            return false;
        }

        Write(whole, record => record);
        Write(member, record => record with { Seen = change });
        return true;
    }

    /// <param name="isOpenAgain">The incident was reopened since, and needs what points to it.</param>
    public void Release(Incident incident, IReadOnlyCollection<MemberAlarm> members, bool isOpenAgain)
    {
        IEnumerable<(AlarmMember Member, AlarmChange Seen)> alarmsOfIt =
            [.. incident.Opener is { } opener ? [(opener.Member, opener.Change)] : Array.Empty<(AlarmMember, AlarmChange)>(), .. members.Select(m => (m.Member, m.Last))];
        foreach (var (member, seen) in alarmsOfIt)
        {
            Write(member.Whole, record => record.Open == incident.Number && !isOpenAgain ? record with { Open = null } : record);
            Write(member, record => record with
            {
                Seen = seen.Supersedes(record.Seen) ? seen : record.Seen,
                Last = record.Last?.Value > incident.Number.Value ? record.Last : incident.Number,
            });
        }

        if (isOpenAgain)
        {
            return;
        }

        if (services.GetValueOrDefault((incident.Service, incident.Group)) is { } service && service.Open == incident.Number)
        {
            services[(incident.Service, incident.Group)] = service with { Open = null, Revision = ++lastRevision };
        }

        foreach (var child in expected.Where(e => e.Value == incident.Number).Select(e => e.Key).ToList())
        {
            expected.Remove(child);
        }
    }

    public void Expect(IncidentNumber number, IReadOnlyCollection<DedupKey> children)
    {
        foreach (var child in children)
        {
            expected[child] = number;
        }
    }

    public IReadOnlyList<AlarmRecord> OpenAlarms() => [.. alarms.Values.Where(alarm => alarm.Open is not null)];

    public bool TryTakeBack(IncidentNumber number, AlarmRecord alarm) => TryWrite(alarm, record => record with { Last = number });

    public bool TryLetGo(AlarmRecord alarm) => TryWrite(alarm, record => record with { Open = null });

    /// <summary>Writes if the alarm is as it was known.</summary>
    private bool TryWrite(AlarmRecord known, Func<AlarmRecord, AlarmRecord> change)
    {
        if (RevisionOf(known.Member) != known.Revision)
        {
            return false;
        }

        Write(known.Member, change);
        return true;
    }

    private void Write(AlarmMember member, Func<AlarmRecord, AlarmRecord> change) =>
        alarms[member] = change(alarms.GetValueOrDefault(member) ?? new AlarmRecord(member, null, null, null, 0)) with { Revision = ++lastRevision };

    private long? RevisionOf(AlarmMember member) => alarms.GetValueOrDefault(member)?.Revision;
}
