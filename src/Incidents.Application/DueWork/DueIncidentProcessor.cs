using System.Collections.Concurrent;
using Incidents.Application.Configuration;
using Incidents.Application.Intake;
using Incidents.Application.Measuring;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Application.Tracing;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.DueWork;

/// <summary>Does what has fallen due: sends what was committed and not sent, ends recoveries, counts joined alarms, closes out.</summary>
/// <remarks>The due time on the item is the truth and the conditional write is the claim, so two sweeps at once do nothing twice.</remarks>
/// <param name="measurements">Records how late work was; null where nothing is measured.</param>
public sealed class DueIncidentProcessor(
    IIncidentStore store, IncidentChanges changes, IOnCallConfigurationProvider configuration, JoinIncident join, NewerIncidents newer, AskRecovery recovery, Dispatcher dispatcher, RecentPages recent, TimeProvider clock, IMeasurements? measurements = null)
{
    /// <summary>One pass over everything due now. An incident that cannot be handled does not keep the others waiting.</summary>
    /// <param name="leave">No further incident is begun past this.</param>
    public async Task<SweepResult> Run(Instant leave, CancellationToken cancellation)
    {
        var due = await store.Due(clock.Now(), MostAtOnce, cancellation);
        var failures = new ConcurrentQueue<string>();
        if (due.Count > 0)
        {
            await recent.Refresh(cancellation);
        }

        var gathered = new Gathered(recent.Known());
        var began = clock.Now();
        var running = new List<Task>();
        foreach (var item in due.TakeWhile(_ => clock.Now() < leave))
        {
            if (clock.Now() - began > LongestUnsent)
            {
                await Task.WhenAll(running);
                running.Clear();
                await dispatcher.Send(gathered, cancellation);
                (gathered, began) = (new Gathered(recent.Known()), clock.Now());
            }

            var current = gathered;
            measurements?.Seconds(MetricNames.TickLatenessSeconds, (clock.Now() - item.At).TotalSeconds);
            running.Add(Try(item.Number, () => Handle(item.Number, current, cancellation), failures));
            if (running.Count >= AtATime)
            {
                running.Remove(await Task.WhenAny(running));
            }
        }

        await Task.WhenAll(running);
        if (!gathered.Pages.IsEmpty)
        {
            try
            {
                await Gather(gathered, failures, cancellation);
            }
            catch (StoreUnavailableException unavailable)
            {
                // What is claimed already leaves all the same.
                failures.Enqueue($"what else could leave now: {unavailable.Message}");
            }
        }

        await dispatcher.Send(gathered, cancellation);

        return new SweepResult(due.Count, [.. failures], MostAtOnce == due.Count);
    }

    private static async Task Try(IncidentNumber number, Func<Task> handle, ConcurrentQueue<string> failures)
    {
        using var span = Spans.Begin("sweep", number);
        try
        {
            await handle();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            span.Fail(failure);
            failures.Enqueue($"{number}: {failure.Message}");
        }
    }

    /// <summary>When the next thing falls due after now and up to <paramref name="horizon"/>; null when nothing does.</summary>
    public async Task<Instant?> NextDue(Instant horizon, CancellationToken cancellation) =>
        (await store.Due(horizon, limit: 1, cancellation)).Select(d => (Instant?)d.At).FirstOrDefault();

    private async Task Handle(IncidentNumber number, Gathered gathered, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (await store.Load(number, member: null, cancellation) is not { } record)
        {
            return;
        }

        // A recovery may only end on a fresh count: an alarm that joined in the last seconds keeps it open.
        if (record.Incident.IsOpen && (record.Incident.RecountAlarmsAt <= clock.Now() || (record.Incident.ResolveAt <= clock.Now() && record.Incident.Joined.Total > 0)))
        {
            await join.Count(record, settings, cancellation);
        }

        if (!record.Incident.IsOpen && record.Incident.RemindAt <= clock.Now() && !await StillFires(record.Incident, cancellation))
        {
            await changes.Apply(number, (r, now) => Sweeping.StopReminding(r.Incident, now), cancellation);
            return;
        }

        var asked = record.Incident is { IsOpen: true, IsFiring: false } && (record.Incident.ResolveAt ?? record.Incident.AskAgainAt) <= clock.Now();
        var belief = asked ? await recovery.Ask(record.Incident, cancellation) : RecoveryBelief.Unasked;
        if (await changes.Apply(number, (r, now) => Sweeping.Elapse(r.Incident, settings.PlannerFor(r, gathered.Known, now), now, belief, settings.RulesOf(r)), cancellation) is ChangeResult.Changed changed)
        {
            await dispatcher.Dispatch(changed.Before, changed.After, gathered, cancellation);
        }
    }

    /// <summary>Adds what waits for the same channel and falls due within the minute to the message that is sent now: a channel that comes back gets one.</summary>
    private async Task Gather(Gathered gathered, ConcurrentQueue<string> failures, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        var inboxes = gathered.Pages.SelectMany(of => of.Pages.Select(p => DeliveryTarget.Of(p.Page, of.Record.Incident, settings))).ToHashSet();
        foreach (var some in (await store.Due(clock.Now() + GatherAhead, MostAtOnce, cancellation)).Chunk(AtATime))
        {
            await Task.WhenAll(some.Select(item => Try(item.Number, () => Take(item.Number), failures)));
        }

        async Task Take(IncidentNumber number)
        {
            var result = await changes.Apply(
                number,
                (r, now) => Delivering.Gather(r.Incident, page => inboxes.Contains(DeliveryTarget.Of(page, r.Incident, settings)), settings.PlannerFor(r, now), now),
                cancellation);
            if (result is ChangeResult.Changed changed)
            {
                await dispatcher.Dispatch(changed.Before, changed.After, gathered, cancellation);
            }
        }
    }

    /// <summary>A resolved incident no longer gets the changes of its alarms; the alarms' own items hold them.</summary>
    private async Task<bool> StillFires(Incident incident, CancellationToken cancellation)
    {
        var firing = (await store.Members(incident.Number, cancellation)).Where(m => m.IsFiring).ToDictionary(m => m.Member, m => m.Last);
        if (incident.Opener is { IsFiring: true } opener)
        {
            firing[opener.Member] = opener.Change;
        }

        return (await newer.Ask(incident, firing, cancellation)).Values.Any(alarm => alarm.Newest.State != AlarmState.Ok);
    }

    /// <summary>Each waits for store and channels most of the time.</summary>
    private const int AtATime = 16;

    /// <summary>A channel that is down is asked again within a minute.</summary>
    private static readonly Duration GatherAhead = Duration.FromSeconds(75);

    /// <summary>What is claimed leaves well before its claim runs out, however much falls due in one pass.</summary>
    private static readonly Duration LongestUnsent = Duration.FromSeconds(5);

    private const int MostAtOnce = 1_000;
}

/// <summary>What one pass of the sweep found.</summary>
/// <param name="Due">How many incidents had something due.</param>
/// <param name="Failures">What could not be done; it stays due.</param>
/// <param name="MoreWaits">There may be more: sweep again.</param>
public sealed record SweepResult(int Due, IReadOnlyList<string> Failures, bool MoreWaits);
