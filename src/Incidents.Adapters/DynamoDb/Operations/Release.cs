using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Items;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Operations;

/// <summary>Lets go of what pointed to an incident that is over.</summary>
/// <remarks>
/// Every write is conditional, so that doing it late or twice disturbs nothing: an alarm that has moved on to a newer incident or seen a newer
/// change keeps those, and an incident that was reopened meanwhile keeps its pointers, for they say how often it had been reopened.
/// </remarks>
internal sealed class Release(TableCalls calls, Composites composites)
{
    private const int AtOnce = 8;

    public async Task Run(Incident incident, IReadOnlyCollection<MemberAlarm> members, CancellationToken cancellation)
    {
        var seen = members.Select(m => (m.Member, Change: m.Last)).ToList();
        if (incident.Opener is { } opener)
        {
            seen.Add((opener.Member, opener.Change));
        }

        await Parallel.ForEachAsync(seen, Options(cancellation), async (alarm, token) => await Remember(incident, alarm.Member, alarm.Change, token));
        var wholes = seen.Where(a => a.Member != a.Member.Whole).Select(a => a.Member.Whole).Distinct();
        await Parallel.ForEachAsync(wholes, Options(cancellation), async (whole, token) => await calls.Write(LetGo(Pointers.WriteAlarm(whole), incident).Remove(AttributeNames.Open), token));
        if (incident.IsFoundByService())
        {
            await calls.Write(LetGo(Pointers.WriteService(incident), incident), cancellation);
        }

        await composites.Forget(incident.Number, cancellation);
    }

    private async Task Remember(Incident incident, AlarmMember member, AlarmChange change, CancellationToken cancellation)
    {
        var all = MoveOn(incident, member).See(change);
        all.When($"{all.Absent(AttributeNames.SeenAt)} OR {all.IsAtMost(AttributeNames.SeenAt, AttributeValues.Text(SortableTime.Write(change.At)))}");
        if (!(await calls.Write(all, cancellation)).Done)
        {
            await calls.Write(MoveOn(incident, member), cancellation);
        }
    }

    /// <summary>Without a pointer, and belonging last to this incident.</summary>
    private static WriteRequestBuilder MoveOn(Incident incident, AlarmMember member)
    {
        var change = Pointers.WriteAlarm(member)
            .Remove(AttributeNames.Incident)
            .Remove(AttributeNames.Reopened)
            .Remove(AttributeNames.Open)
            .Set(AttributeNames.Last, Pointers.Number(incident.Number));
        return change
            .When($"{change.Absent(AttributeNames.Incident)} OR ({IsOurs(change, incident)})")
            .When($"{change.Absent(AttributeNames.Last)} OR {change.IsAtMost(AttributeNames.Last, Pointers.Number(incident.Number))}");
    }

    private static WriteRequestBuilder LetGo(WriteRequestBuilder change, Incident incident) =>
        change.Remove(AttributeNames.Incident).Remove(AttributeNames.Reopened).When(IsOurs(change, incident));

    private static string IsOurs(WriteRequestBuilder change, Incident incident) =>
        $"{change.IsEqual(AttributeNames.Incident, Pointers.Number(incident.Number))} AND {change.IsAtMost(AttributeNames.Reopened, AttributeValues.Number(incident.Reopened))}";

    private static ParallelOptions Options(CancellationToken cancellation) => new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation };
}
