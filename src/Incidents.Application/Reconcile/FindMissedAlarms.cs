using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Notices;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Reconcile;

/// <summary>Asks CloudWatch which of our alarms fire, and takes up those whose message never came.</summary>
/// <remarks>
/// On a table that is new, or that comes from a backup, alarms that fire already are old news: they are told in one message and remembered, so that
/// they page no person until they change.
/// </remarks>
/// <param name="states">Null where there is no CloudWatch to ask.</param>
public sealed class FindMissedAlarms(
    IIncidentStore store, IReconcileStore marks, IncidentChanges changes, ReceiveAlarm receive, TeamNotice notice, AlarmAllowList sources, TimeProvider clock, IAlarmStates? states = null)
{
    internal async Task<Repairs> Run(Repairs found, CancellationToken cancellation)
    {
        if (states is null)
        {
            return found;
        }

        var now = clock.Now();
        var isOldTable = await marks.LastRun(cancellation) is { } ran && now - ran <= RestoredIfOlder;
        if (isOldTable)
        {
            // That CloudWatch gives no answer for an hour does not make the table a restored one.
            await marks.Mark(now, cancellation);
        }

        var missed = await Missed(states, now, cancellation);
        if (isOldTable)
        {
            return await TakeUp(missed, found, now, cancellation);
        }

        await Adopt(missed, cancellation);
        await marks.Mark(now, cancellation);
        return found with { Adopted = missed.Count };
    }

    private async Task<List<Missed>> Missed(IAlarmStates cloudWatch, Instant now, CancellationToken cancellation)
    {
        var missed = new List<Missed>();
        var open = await KnownAlarms.Of(store, cancellation);
        foreach (var alarm in (await cloudWatch.Firing(cancellation)).Where(a => a.Tells(cloudWatch.Topic) && a.Since < now - OnItsWay))
        {
            // A check that is taken up from here has not come its way, and must not look as if it had.
            if (open.Cover(alarm) || sources.Synthetic?.IsDaily(alarm.Key) == true)
            {
                continue;
            }

            var context = await store.LoadAlarm(new AlarmQuery(new AlarmMember(alarm.Key, ContributorId: null), [], CatchAll.Id), cancellation);
            if (await NewsSince(alarm, context, now, cancellation) is { } since && !await cloudWatch.IsMuted(alarm, cancellation))
            {
                missed.Add(new Missed(alarm, since, context));
            }
        }

        return missed;
    }

    /// <summary>The time of change the alarm is to be taken up with; null when it is known, or settled for now.</summary>
    private async Task<Instant?> NewsSince(FiringAlarm alarm, AlarmContext context, Instant now, CancellationToken cancellation)
    {
        if (context.Own is not { } own || !KnownAlarms.Covers(own.Seen, alarm.Since))
        {
            return alarm.Since;
        }

        // A person resolved it while it fired. That is respected for a day; then the alarm counts as missed.
        var resolved = own.Open is null && own.Last is { } number ? (await store.Load(number, member: null, cancellation))?.Incident : null;
        return resolved is { ResolvedWhileFiring: true, ResolvedAt: { } at } && alarm.Since <= at && now >= at + RespectResolves && own.Seen?.At < at + RespectResolves
            ? at + RespectResolves
            : null;
    }

    private async Task<Repairs> TakeUp(List<Missed> missed, Repairs found, Instant now, CancellationToken cancellation)
    {
        foreach (var (alarm, since, _) in missed)
        {
            try
            {
                var message = new AlarmMessage(alarm.ToBody(since), Subject: null, MessageId: null, states!.Topic, now);
                var outcome = await receive.Handle(message, cancellation);
                if (outcome is { Decision: AlarmDecision.Triggered or AlarmDecision.Joined, Incident.Incident.Number: var number })
                {
                    var note = $"repaired: CloudWatch says {alarm.Name} is in ALARM, and no message of it had arrived or was still heeded";
                    await changes.Apply(number, (record, at) => Responding.Remark(record.Incident, note, at), cancellation);
                    found = found with { MissedAlarms = found.MissedAlarms + 1 };
                }
            }
            catch (StoreUnavailableException failure)
            {
                found = found with { Failures = [.. found.Failures, $"{alarm.Name}: {failure.Message}"] };
            }
        }

        return found;
    }

    private async Task Adopt(List<Missed> missed, CancellationToken cancellation)
    {
        foreach (var (alarm, _, context) in missed)
        {
            // A conflict means that a message of this very alarm was handled meanwhile.
            await store.Remember(new AlarmMember(alarm.Key, ContributorId: null), new AlarmChange(AlarmState.Alarm, alarm.Since), context, cancellation);
        }

        if (missed.Count > 0)
        {
            var names = string.Join(", ", missed.Take(MostNames).Select(m => m.Alarm.Name));
            var more = missed.Count > MostNames ? $" and {missed.Count - MostNames} more" : "";
            await notice.Tell(
                $"Incidents starts on a table that is new or restored. {missed.Count} of its alarms {(missed.Count == 1 ? "is" : "are")} in ALARM already: {names}{more}. They page nobody until they change: have a look at them.",
                cancellation);
        }
    }

    private const int MostNames = 20;
    private static readonly Duration OnItsWay = Duration.FromSeconds(30);
    private static readonly Duration RestoredIfOlder = Duration.FromHours(1);
    private static readonly Duration RespectResolves = Duration.FromHours(24);
}

/// <param name="Since">The time of change to take it up with.</param>
/// <param name="Known">What the store knew of it.</param>
internal sealed record Missed(FiringAlarm Alarm, Instant Since, AlarmContext Known);
