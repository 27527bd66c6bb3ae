using System.Collections.Immutable;
using Incidents.Application.Maintenance;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Intake;

/// <summary>Puts an alarm beside an open incident and, now and then, counts what stands there.</summary>
/// <remarks>
/// The alarm is written first and the incident read after it; a resolve is written first and the alarms read after it.
/// So at least one of the two sees the other, and no alarm vanishes in an incident that is just ending.
/// </remarks>
public sealed class JoinIncident(IIncidentStore store, IncidentChanges changes, PagingSuppressions silences, Members joining, NewerIncidents newer, Dispatcher dispatcher, AskRecovery recovery, TimeProvider clock)
{
    /// <summary>Applies a change of an alarm to an open incident: of the one that opened it, or of one that has joined it or joins it now.</summary>
    /// <param name="told">Makes the outcome once the change is applied.</param>
    /// <returns>Null when another write came first: load and decide again.</returns>
    internal async Task<AlarmOutcome?> Tell(IncidentRecord record, RoutedAlarm signal, OnCallConfiguration settings, Func<IncidentRecord, AlarmOutcome> told, CancellationToken cancellation)
    {
        var alarm = signal.Alarm;
        if (record.Incident.Opener?.Member == alarm.Member)
        {
            return await Observe(record, signal, settings, told, cancellation);
        }

        if (alarm.Change.ClassifyStale(record.Member?.Last) is { } refusal)
        {
            return AlarmOutcome.Ignored(await CountIfMissed(record, settings, cancellation), refusal);
        }

        return await Join(record, signal, settings, cancellation) is { } joined ? told(joined) : null;
    }

    private async Task<AlarmOutcome?> Observe(IncidentRecord record, RoutedAlarm signal, OnCallConfiguration settings, Func<IncidentRecord, AlarmOutcome> told, CancellationToken cancellation)
    {
        var alarm = signal.Alarm;
        var lead = alarm.State == AlarmState.Alarm && signal.Source == IncidentSource.Alarm ? joining.New(signal, record.Incident.TriggeredAt).AsLead() : null;
        var belief = alarm.Change.State == AlarmState.Ok && record.Incident.Joined.Firing == 0 ? await Belief(record.Incident, signal.Service.Rules, cancellation) : RecoveryBelief.Unasked;
        var now = clock.Now();
        var decision = Watching.Observe(record.Incident, alarm.Member, alarm.Change, alarm.Reason, signal.Service.Rules, now, lead, settings.PlannerFor(record, now), belief);
        return await changes.Apply(record, decision, reclaim: null, cancellation) switch
        {
            ChangeResult.Changed changed when changed.After.Incident.Opener?.Change != alarm.Change => AlarmOutcome.Ignored(changed.After, Refusal.StaleChange),
            ChangeResult.Changed changed => told(await Recount(changed.Before, await dispatcher.Dispatch(changed.Before, changed.After, cancellation), settings, cancellation)),
            ChangeResult.Ignored ignored => AlarmOutcome.Ignored(record, ignored.Refusal),
            _ => null,
        };
    }

    /// <summary>The alarm that opened it went to OK or came back: which of them the incident is about may have changed.</summary>
    private async Task<IncidentRecord> Recount(Incident before, IncidentRecord after, OnCallConfiguration settings, CancellationToken cancellation) =>
        after.Incident.Joined.Total > 0 && before.Opener?.IsFiring != after.Incident.Opener?.IsFiring ? await Count(after, settings, cancellation) : after;

    /// <returns>The incident; null when the alarm's own item, or the incident, was changed meanwhile: load and decide again.</returns>
    private async Task<IncidentRecord?> Join(IncidentRecord record, RoutedAlarm signal, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var known = record.Member;
        var member = known is null ? joining.New(signal, clock.Now()) : joining.Again(known, signal);
        if (await store.SaveMember(record.Incident.Number, member, known?.Last, cancellation) == SaveResult.Conflict)
        {
            return null;
        }

        var now = await store.Load(record.Incident.Number, member: null, cancellation);
        if (now is not { Incident.IsOpen: true })
        {
            await Withdraw(record.Incident.Number, member, cancellation);
            return null;
        }

        now = member.IsFiring ? await EndSilence(now, signal, settings, cancellation) : now;
        return await CountWhenDue(now, member.IsFiring ? member.Severity : null, settings, cancellation);
    }

    /// <summary>A maintenance window keeps its own alarms quiet. One that it does not cover pages, whatever it joins.</summary>
    private async Task<IncidentRecord> EndSilence(IncidentRecord record, RoutedAlarm signal, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var name = signal.Source == IncidentSource.Alarm ? signal.Alarm.Name : null;
        if (record.Incident.Quiet?.Kind != SuppressionKind.Maintenance || await silences.Find(signal.Service, name, signal.Alarm.Origin, clock.Now(), cancellation) is { Kind: SuppressionKind.Maintenance })
        {
            return record;
        }

        var why = $"an alarm that is in no maintenance window fired: {signal.Alarm.Name}";
        var result = await changes.Apply(
            record.Incident.Number,
            (r, now) => Directing.EndQuiet(r.Incident, SuppressionKind.Maintenance, why, settings.PlannerFor(r, now), now),
            cancellation);
        return result is ChangeResult.Changed changed ? await dispatcher.Dispatch(changed.Before, changed.After, cancellation) : record;
    }

    /// <summary>The incident ended while the alarm joined. Left there, the alarm would belong to it and to whatever opens now.</summary>
    private async Task Withdraw(IncidentNumber number, MemberAlarm member, CancellationToken cancellation)
    {
        if (member.IsFiring)
        {
            await store.SaveMember(number, member.With(new AlarmChange(AlarmState.Ok, member.Last.At)), member.Last, cancellation);
        }
    }

    /// <summary>Before another alarm brings an incident back: the one that opened it goes among those that joined, with what is known of it.</summary>
    internal async Task KeepOpener(IncidentRecord record, AlarmMember insteadOf, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var incident = record.Incident;
        if (incident.Opener is not { } opener || opener.Member == insteadOf)
        {
            return;
        }

        var known = (await store.Load(incident.Number, opener.Member, cancellation))?.Member;
        if (known is null || opener.Change.Supersedes(known.Last))
        {
            var kept = known?.With(opener.Change) ?? joining.Opener(record, [], settings)! with { Reason = "opened the incident", Changes = [opener.Change] };
            await store.SaveMember(incident.Number, kept, known?.Last, cancellation);
        }
    }

    /// <summary>Counts the joined alarms, unless another count is due within seconds anyway.</summary>
    /// <param name="joined">Severity of an alarm that has just fired: a worse one is counted at once.</param>
    public async Task<IncidentRecord> CountWhenDue(IncidentRecord record, Severity? joined, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var incident = record.Incident;
        var scheduled = incident.RecountAlarmsAt > clock.Now();
        var worse = joined?.IsWorseThan(incident.Severity) == true;
        return scheduled && !worse ? record : await Count(record, settings, cancellation);
    }

    /// <summary>Counts the joined alarms if the incident does not know them as they are: the process that wrote one may have died before counting.</summary>
    public async Task<IncidentRecord> CountIfMissed(IncidentRecord record, OnCallConfiguration settings, CancellationToken cancellation)
    {
        if (record.Member is null || record.Incident.RecountAlarmsAt is not null)
        {
            return record;
        }

        var count = await CountMembers(record, settings, cancellation);
        var known = record.Incident.Joined;
        return count.Total == known.Total && count.Firing == known.Firing && !count.Raises(record.Incident)
            ? record
            : await Count(record, settings, cancellation);
    }

    /// <summary>Counts the joined alarms now.</summary>
    public async Task<IncidentRecord> Count(IncidentRecord record, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var service = settings.ServiceOf(record.Incident);
        while (record.Incident.IsOpen)
        {
            var count = await CountMembers(record, settings, cancellation);
            var rules = settings.RulesOf(record);
            var belief = count.Firing == 0 && record.Incident is { RecoveredAt: null, Opener.IsFiring: false } ? await Belief(record.Incident, rules, cancellation) : RecoveryBelief.Unasked;
            var now = clock.Now();
            var grade = settings.GradeOf(service, count.Worst?.Severity ?? record.Incident.Severity, now, record.Incident.Source);
            var decision = Watching.Count(record.Incident, count, grade, Plan(count, record, grade.Urgency, settings, now), rules, now, settings.PlannerFor(record, now), belief);
            if (await changes.Apply(record, decision, reclaim: null, cancellation) is { } result)
            {
                return result is ChangeResult.Changed changed ? await dispatcher.Dispatch(changed.Before, changed.After, cancellation) : record;
            }

            var again = await store.Load(record.Incident.Number, member: null, cancellation);
            if (again is null || (again.Incident.RecountAlarmsAt > clock.Now() && !count.Raises(again.Incident)))
            {
                return again ?? record;
            }

            record = again;
        }

        return record;
    }

    /// <summary>What CloudWatch says, where this recovery would resolve the incident at once; a later one is asked when its time has come.</summary>
    private async Task<RecoveryBelief> Belief(Incident incident, IncidentRules rules, CancellationToken cancellation) =>
        incident.IsOpen && rules.ResolveAfter == Duration.Zero && incident.FlappingSince is null ? await recovery.Ask(incident, cancellation) : RecoveryBelief.Unasked;

    /// <summary>Sums up the alarms that joined as they are now. Nothing is decided by that.</summary>
    internal async Task<JoinedCount> CountMembers(IncidentRecord record, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var incident = record.Incident;
        var members = await store.Members(incident.Number, cancellation);
        if (incident is { Reopened: > 0, Joined.CountedAt: null })
        {
            members = await CatchUp(incident, members, cancellation);
        }

        return MemberAlarm.Count(members, except: incident.Opener?.Member, joining.Opener(record, members, settings), incident.GradedAt);
    }

    /// <summary>While an incident was resolved it got no changes of its alarms: those that fire here are as they are by now, and what a newer incident has stays there.</summary>
    private async Task<IReadOnlyList<MemberAlarm>> CatchUp(Incident incident, IReadOnlyList<MemberAlarm> members, CancellationToken cancellation)
    {
        var firing = members.Where(m => m.IsFiring && m.Member != incident.Opener?.Member).ToList();
        var meanwhile = await newer.Ask(incident, firing.ToDictionary(m => m.Member, m => m.Last), cancellation);
        await newer.TakeBack(incident.Number, meanwhile.Values, cancellation);
        return [.. await Task.WhenAll(members.Select(m => meanwhile.TryGetValue(m.Member, out var known) ? Keep(incident.Number, m, known.Tell(m), cancellation) : Task.FromResult(m)))];
    }

    private async Task<MemberAlarm> Keep(IncidentNumber number, MemberAlarm before, MemberAlarm after, CancellationToken cancellation) =>
        after != before && await store.SaveMember(number, after, before.Last, cancellation) == SaveResult.Saved ? after : before;

    private static PagingPlan Plan(JoinedCount count, IncidentRecord record, Urgency urgency, OnCallConfiguration settings, Instant now) =>
        count.Raises(record.Incident) || record.Incident.Source == IncidentSource.Unreadable
            ? settings.PlannerFor(record, now).Start(record.Incident with { Urgency = urgency })
            : PagingPlan.Nobody;
}
