using Incidents.Application.Alarms;
using Incidents.Application.Maintenance;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Application.Tracing;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Paging;
using Incidents.Domain.People;
using Incidents.Domain.Services;
using NodaTime;

namespace Incidents.Application.Intake;

/// <summary>An alarm went to ALARM: it belongs to an open incident, brings one back, or opens one.</summary>
/// <param name="states">Asked about alarms whose message comes late; null where there is no CloudWatch to ask, and then they page.</param>
public sealed class AlarmFiredHandler(
    IIncidentStore store, IncidentChanges changes, JoinIncident join, Members joining, NotificationContentBuilder briefer, PagingSuppressions silences, LowMessages low, Dispatcher dispatcher, RecentPages recent, TimeProvider clock, IAlarmStates? states = null)
{
    /// <returns>Null when another write came first: load and decide again.</returns>
    internal async Task<AlarmOutcome?> Handle(RoutedAlarm signal, AlarmContext context, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var alarm = signal.Alarm;
        var refusal = alarm.Change.ClassifyStale(context.Own?.Seen);
        if (refusal is not null && (refusal != Refusal.StaleChange || context.Own?.Open is null))
        {
            return AlarmOutcome.Ignored(null, refusal.Value);
        }

        if (context.Own?.Open is null && await HasRecovered(signal, cancellation))
        {
            return await Miss(signal, context, cancellation);
        }

        foreach (var number in context.CandidateIncidents().Concat(await OfJoinedChildren(context, cancellation)))
        {
            var record = await store.Load(number, alarm.Member, cancellation);
            if (record is { Incident.IsOpen: true })
            {
                return await Belongs(record, signal, settings, cancellation);
            }

            if (EndedWith(record, alarm) is { } ended)
            {
                return ended;
            }
        }

        Incident? beside = null;
        foreach (var number in signal.Source.StandsAlone() ? [] : context.OfService())
        {
            var found = await store.Load(number, alarm.Member, cancellation);
            if (EndedWith(found, alarm) is { } ended)
            {
                return ended;
            }

            var open = found is { Incident.IsOpen: true } ? found : null;
            if (open is not null
                && (open.Member is not null || (context.IsNewest(number) && open.Incident.Collects(alarm.Origin, signal.Service.Rules, clock.Now()))))
            {
                return await Belongs(open, signal, settings, cancellation);
            }

            beside ??= open?.Incident;
        }

        return !signal.Source.IsCheck() && await BringBack(signal, context, settings, cancellation) is { Done: true } brought
            ? brought.Outcome
            : await Open(signal, context, beside, settings, cancellation);
    }

    /// <summary>Incidents which a child of the composite has joined and still fires in. One that is only expected there is no tie: another composite may name it too.</summary>
    private async Task<IReadOnlyList<IncidentNumber>> OfJoinedChildren(AlarmContext context, CancellationToken cancellation)
    {
        if (context.CandidateIncidents().Any())
        {
            return [];
        }

        // At once: before a page all of them together take as long as one.
        var found = await Task.WhenAll(context.ChildrenExpected.Take(MostChildrenAsked).Select(child => store.Load(child.By, new AlarmMember(child.Key, ContributorId: null), cancellation)));
        return [.. found.Where(record => record is { Incident.IsOpen: true, Member.IsFiring: true }).Select(record => record!.Incident.Number).Take(1)];
    }

    /// <summary>A message that was long on its way, and an alarm that is OK by now. Not knowing is no recovery, and what the fallback topic has paged for gets its incident.</summary>
    private async Task<bool> HasRecovered(RoutedAlarm signal, CancellationToken cancellation) =>
        states is not null && signal is { Source: IncidentSource.Alarm, Message.FallbackPaged: false } && IsLate(signal, clock.Now())
        && await states.Check(signal.Alarm.Key, cancellation) == AlarmState.Ok;

    /// <summary>Remembered as if its OK had overtaken it. The exact time of recovery is not known, so nothing that is newer than the alarm itself counts as old.</summary>
    private async Task<AlarmOutcome?> Miss(RoutedAlarm signal, AlarmContext context, CancellationToken cancellation)
    {
        var recovered = new AlarmChange(AlarmState.Ok, signal.Alarm.Change.At + Duration.FromMilliseconds(1));
        return await store.Remember(signal.Alarm.Member, recovered, context, cancellation) == SaveResult.Conflict
            ? null
            : AlarmOutcome.Ignored(null, Refusal.AlreadyRecovered);
    }

    private async Task<AlarmOutcome?> Belongs(IncidentRecord record, RoutedAlarm signal, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var isOpener = record.Incident.Opener?.Member == signal.Alarm.Member;
        var how = isOpener || record.Member is not null ? "fired again" : "joined";
        var outcome = await join.Tell(record, signal, settings, told: after => new AlarmOutcome(AlarmDecision.Joined, after, how), cancellation);
        if (!isOpener && outcome is { Decision: AlarmDecision.Joined, Incident: { } joined })
        {
            await ExpectChildren(joined, signal.Alarm, cancellation, isMember: true);
        }

        return outcome;
    }

    /// <summary>A change that an incident knew when it ended. The follow-up looks at its alarms once more, and from then on they remember the change themselves.</summary>
    private static AlarmOutcome? EndedWith(IncidentRecord? record, Alarm alarm) =>
        record is { Incident: { IsOpen: false, FollowUpAt: not null }, Member: { } joined } && alarm.Change.ClassifyStale(joined.Last) is { } old
            ? AlarmOutcome.Ignored(record, old)
            : null;

    private async Task<(bool Done, AlarmOutcome? Outcome)> BringBack(RoutedAlarm signal, AlarmContext context, OnCallConfiguration settings, CancellationToken cancellation)
    {
        if ((context.Own?.Last ?? context.Whole?.Last) is not { } last || await store.Load(last, signal.Alarm.Member, cancellation) is not { } record)
        {
            return (false, null);
        }

        if (record.Incident.IsOpen)
        {
            // Another of its alarms has brought it back already.
            return (true, await Belongs(record, signal, settings, cancellation));
        }

        for (var merges = 0; record.Incident.MergedInto is { } into && merges < MostMerges && await store.Load(into, signal.Alarm.Member, cancellation) is { } merged; merges++)
        {
            record = merged;
        }

        if (record.Incident.IsOpen)
        {
            return (true, await Belongs(record, signal, settings, cancellation));
        }

        if (EndedWith(record, signal.Alarm) is { } ended)
        {
            return (true, ended);
        }

        var now = clock.Now();
        var opener = new OpeningAlarm(signal.Alarm.Member, signal.Alarm.Change);
        var planner = settings.PlannerFor(record, now);
        var gathering = planner.Within(recent.Known(), settings.TeamChannelOf(record.Incident), now);
        var plan = gathering.Gather(NotReached(signal.Message, planner.AfterReopening(record.Incident)), record.Incident.Severity, record.Incident.Source);
        var quiet = await silences.Find(signal.Service, signal.Alarm.Name, signal.Alarm.Origin, now, cancellation);
        var decision = Opening.Reopen(record.Incident, opener, "the alarm fired again", plan, signal.Service.Rules, now, quiet, signal.Source == IncidentSource.Alarm ? joining.New(signal, now).AsLead() : null, gathering);
        var reclaim = context;
        if (decision is Decision.Accepted)
        {
            await join.KeepOpener(record, insteadOf: signal.Alarm.Member, settings, cancellation);
            reclaim = await Reclaimed(record.Incident, signal, context, cancellation);
        }

        return await changes.Apply(record, decision, reclaim, cancellation) switch
        {
            null => (true, null),
            ChangeResult.Changed changed => (true, await Triggered(changed.Before, changed.After, signal.Alarm, "reopened", cancellation)),
            ChangeResult.Ignored { Refusal: Refusal.TooLateToReopen } => (false, null),
            ChangeResult.Ignored ignored => (true, AlarmOutcome.Ignored(record, ignored.Refusal)),
            _ => (true, null),
        };
    }

    /// <summary>What an incident that comes back points to again: an alarm of another service may have joined it, as the child of a composite does.</summary>
    private async Task<AlarmContext> Reclaimed(Incident incident, RoutedAlarm signal, AlarmContext context, CancellationToken cancellation)
    {
        if (!incident.IsFoundByService() || (incident.Service == signal.Service.Id && (incident.Group is null || incident.Group == signal.Group)))
        {
            return context;
        }

        var its = await store.LoadAlarm(new AlarmQuery(signal.Alarm.Member, [], incident.Service) { Group = incident.Group }, cancellation);
        return context with { Service = its.Service, Group = its.Group };
    }

    private async Task<AlarmOutcome?> Open(RoutedAlarm signal, AlarmContext context, Incident? beside, OnCallConfiguration settings, CancellationToken cancellation)
    {
        var now = clock.Now();
        var alarm = signal.Alarm;
        var urgency = settings.UrgencyOf(signal.Service, signal.Severity, now, signal.Source);
        var turn = signal.Kind is { } kind && urgency == Urgency.Low ? await low.Take(signal, kind, settings.Notices, cancellation) : LowTurn.Now;
        if (turn.IsOnlyCounted)
        {
            var rest = signal.AsOneOfMany(turn.Number, now);
            return await Handle(rest, await store.LoadAlarm(new AlarmQuery(rest.Alarm.Member, [], rest.Service.Id), cancellation), settings, cancellation);
        }

        var detail = new IncidentDetail
        {
            Message = signal.Message,
            Parsed = signal.Parsed,
            Runbooks = briefer.RunbooksFor(signal.Service, alarm),
            Policy = settings.PolicyOf(signal.Service),
            Configuration = settings.Version,
            Trace = Spans.CurrentTrace,
        };
        var facts = new NewIncident(
            alarm.Name,
            signal.Service.Id,
            signal.Severity,
            urgency,
            signal.Source,
            Actor.System,
            new OpeningAlarm(alarm.Member, alarm.Change),
            alarm.Reason,
            detail.Runbooks)
        {
            Remarks = RunbookMention.In(alarm.Description)?.Note is { } dropped ? [.. alarm.Remarks, dropped] : alarm.Remarks,
            Quiet = signal.Source.IsCheck() ? null : await silences.Find(signal.Service, signal.Source == IncidentSource.Alarm ? alarm.Name : null, alarm.Origin, now, cancellation),
            RaiseUrgencyAt = settings.RaisesUrgencyAt(signal.Service, signal.Severity, now, signal.Source),
            Group = Grouping.Of(signal.Source, signal.Service.Rules.Group, alarm),
            Beside = signal.Source == IncidentSource.Alarm && beside is { Source: IncidentSource.Alarm or IncidentSource.Declared } && signal.Service.Id != CatchAll.Id
                ? new OpenBeside(beside.Number, beside.Status == IncidentStatus.Acknowledged ? beside.AcknowledgedBy?.Name : null)
                : null,
        };
        var number = await store.NextNumber(cancellation);
        var planner = settings.PlannerFor(signal.Service, now);
        var first = Together(turn.Wait, FirstPages(signal, planner.Start(urgency, number, signal.Source), now));
        var plan = planner.Within(recent.Known(), settings.TeamChannelOf(signal.Service, signal.Source, urgency), now).Gather(first, signal.Severity, signal.Source);
        var opened = Opening.Trigger(number, facts, plan, now);
        var record = new IncidentRecord(opened.State with { Version = 1 }, detail, Member: null);
        recent.Take(before: null, opened.State);
        if (await SaveOrTakeBack(new IncidentOpening(record.Incident, opened.Events, detail, context), cancellation) == SaveResult.Conflict)
        {
            return null;
        }

        return await Triggered(before: null, record, alarm, "triggered", cancellation);
    }

    /// <summary>Takes an opening that was not committed out of the recent pages, so that it does not delay the next page.</summary>
    private async Task<SaveResult> SaveOrTakeBack(IncidentOpening opening, CancellationToken cancellation)
    {
        var saved = SaveResult.Conflict;
        using var span = Spans.Begin("store", opening.Incident.Number);
        try
        {
            return saved = await store.Open(opening, cancellation);
        }
        finally
        {
            if (saved == SaveResult.Conflict)
            {
                recent.TakeBack(opening.Incident.Number);
            }
        }
    }

    /// <summary>Whom a degraded page has woken is not paged again, but the policy goes on from there; what comes late may share a message with others like it.</summary>
    private static PagingPlan FirstPages(RoutedAlarm signal, PagingPlan plan, Instant now)
    {
        plan = NotReached(signal.Message, plan);
        return IsLate(signal, now)
            ? plan with
            {
                Targets = [.. plan.Targets.Select(t => t with { After = t.After + GatherLate, Late = true })],
                Remarks = [.. plan.Remarks, $"The message was {CardTime(now - signal.Message.SentAt)} old when it came"],
            }
            : plan;
    }

    /// <summary>A message that is not the first of its kind and service within the hour is posted with others like it at the hour's end.</summary>
    private static PagingPlan Together(Duration wait, PagingPlan plan) => wait == Duration.Zero
        ? plan
        : plan with { Targets = [.. plan.Targets.Select(t => t with { After = Duration.Max(t.After, wait), Late = true })] };

    /// <summary>Plans the first step of the policy without the people whom the degraded page has reached over a channel that wakes. The card for these people still goes to Slack, without a mention, because they acknowledge by its buttons.</summary>
    private static PagingPlan NotReached(AlarmMessage message, PagingPlan plan)
    {
        if (!message.FallbackPaged)
        {
            return plan;
        }

        var (reached, others) = (plan.Targets.Where(t => message.Reached?.Contains(t.Person) == true).ToList(), plan.Targets.Where(t => message.Reached?.Contains(t.Person) != true).ToList());
        if (reached.Count == 0)
        {
            return plan with { Remarks = [.. plan.Remarks, "A degraded page went out while the store was down, by nothing that wakes anybody of this step"] };
        }

        var names = string.Join(" and ", reached.Select(t => t.Name).Distinct());
        return plan with
        {
            Targets = others.Exists(t => t.Channel == ChannelKind.Slack) ? others : [new PageTarget(PagePlanner.Nobody, "the channel", ChannelKind.Slack, reached[0].Step), .. others],
            Remarks = [.. plan.Remarks, $"{names} got a degraded page while the store was down"],
        };
    }

    private static bool IsLate(RoutedAlarm signal, Instant now) => now - signal.Message.SentAt >= LateAfter;

    private static string CardTime(Duration age) => age.TotalHours >= 1 ? $"{age.TotalHours:0} h" : $"{age.TotalMinutes:0} min";

    private async Task<AlarmOutcome> Triggered(Incident? before, IncidentRecord after, Alarm alarm, string how, CancellationToken cancellation)
    {
        await ExpectChildren(after, alarm, cancellation);
        return new AlarmOutcome(AlarmDecision.Triggered, await dispatcher.Dispatch(before, after, cancellation), how);
    }

    /// <summary>A child that fires within the next moments has to find its composite's incident, so this goes before the page. It may fail; the page may not.</summary>
    /// <param name="isMember">It has joined, so nothing points from it to the incident: a composite above it, and its own OK, look for it here.</param>
    private async Task ExpectChildren(IncidentRecord record, Alarm alarm, CancellationToken cancellation, bool isMember = false)
    {
        if (alarm.Composite?.Children is not { Count: > 0 } children)
        {
            return;
        }

        try
        {
            await store.ExpectChildren(record.Incident.Number, isMember ? [.. children, alarm.Key] : children, cancellation);
        }
        catch (StoreUnavailableException)
        {
            // A child of another service then opens an incident of its own: one page too many, none too few.
        }
    }

    /// <summary>How often in a row an incident was merged away before it is no longer followed.</summary>
    private const int MostMerges = 5;

    /// <summary>Each costs a read before the page.</summary>
    private const int MostChildrenAsked = 3;

    private static readonly Duration LateAfter = Duration.FromMinutes(10);
    private static readonly Duration GatherLate = Duration.FromSeconds(15);
}
