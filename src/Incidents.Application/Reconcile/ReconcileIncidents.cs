using Incidents.Application.Configuration;
using Incidents.Application.DueWork;
using Incidents.Application.Measuring;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Reconcile;

/// <summary>Finds inconsistent state and repairs it through the ordinary use cases, so that no incident stays stuck for long.</summary>
/// <remarks>May be run at any time and twice at once: every repair is a conditional write.</remarks>
public sealed class ReconcileIncidents(
    IIncidentStore store,
    IReconcileStore pointers,
    IncidentChanges changes,
    IOnCallConfigurationProvider configuration,
    DueIncidentProcessor sweep,
    Dispatcher dispatcher,
    FindMissedAlarms missed,
    LastRepairs last,
    TimeProvider clock,
    IMeasurements? measurements = null)
{
    /// <summary>One run over everything. A part that fails does not keep the others from being looked at.</summary>
    public async Task<Repairs> Run(CancellationToken cancellation)
    {
        var found = Repairs.None;
        foreach (var part in new Func<Repairs, CancellationToken, Task<Repairs>>[] { MendOverdue, MendPointers, missed.Run })
        {
            try
            {
                found = await part(found, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                found = found with { Failures = [.. found.Failures, failure.Message] };
            }
        }

        last.Set(clock.Now(), found);
        if (found.Total > 0)
        {
            measurements?.Count(MetricNames.Repairs, found.Total);
        }

        return found;
    }

    private async Task<Repairs> MendOverdue(Repairs found, CancellationToken cancellation)
    {
        var open = await store.OpenIncidents(cancellation);
        var now = clock.Now();
        var without = open.Where(Sweeping.IsForgotten).ToList();
        foreach (var incident in without)
        {
            var settings = await configuration.Current(cancellation);
            var result = await changes.Apply(incident.Number, (record, at) => Sweeping.Revive(record.Incident, settings.PlannerFor(record, at), at), cancellation);
            await dispatcher.Dispatch(result, cancellation);
        }

        var overdue = open.Where(i => i.Due < now - LongPast).ToList();
        if (overdue.Count > 0)
        {
            var swept = await sweep.Run(now + TimeToSweep, cancellation);
            found = found with { Failures = [.. found.Failures, .. swept.Failures] };
        }

        return found with
        {
            WithoutDue = without.Count,
            Overdue = overdue.Count,
            PagesAbandoned = overdue.SelectMany(i => i.Pages).Count(p => p.State == PageState.Sending && p.Deadline < now - LongPast),
        };
    }

    private async Task<Repairs> MendPointers(Repairs found, CancellationToken cancellation)
    {
        var released = 0;
        foreach (var alarm in await pointers.OpenAlarms(cancellation))
        {
            var number = alarm.Open!.Value;
            var record = await store.Load(number, member: null, cancellation);
            if (record is null || IsLongOver(record.Incident))
            {
                released += await Release(alarm, number, record, cancellation) ? 1 : 0;
            }
        }

        return found with { StalePointers = released };
    }

    /// <summary>What is still being closed out lets go of its alarms by itself.</summary>
    private bool IsLongOver(Incident incident) => incident is { IsOpen: false, FollowUpAt: null } && incident.ResolvedAt < clock.Now() - LongPast;

    private async Task<bool> Release(AlarmRecord alarm, IncidentNumber number, IncidentRecord? record, CancellationToken cancellation)
    {
        if (await pointers.LetGo(alarm, cancellation) == SaveResult.Conflict)
        {
            return false;
        }

        if (record is not null)
        {
            await changes.Apply(number, (r, now) => Responding.Remark(r.Incident, $"repaired: {alarm.Member.Key} still named this incident", now), cancellation);
        }

        return true;
    }

    private static readonly Duration LongPast = Duration.FromMinutes(5);
    private static readonly Duration TimeToSweep = Duration.FromSeconds(30);
}
