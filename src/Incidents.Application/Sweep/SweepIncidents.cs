using Incidents.Application.Configuration;
using Incidents.Application.Intake;
using Incidents.Application.Paging;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Sweep;

/// <summary>Does what has fallen due: sends what was committed and not sent, ends recoveries, counts joined alarms, closes out.</summary>
/// <remarks>The due time on the item is the truth and the conditional write is the claim, so two sweeps at once do nothing twice.</remarks>
public sealed class SweepIncidents(IIncidentStore store, IncidentChanges changes, IConfigurationSource configuration, JoinIncident join, Dispatcher dispatcher, TimeProvider clock)
{
    /// <summary>One pass over everything due now. An incident that cannot be handled does not keep the others waiting.</summary>
    /// <param name="leave">No further incident is begun past this.</param>
    public async Task<SweepResult> Run(Instant leave, CancellationToken cancellation)
    {
        var due = await store.Due(clock.Now(), MostAtOnce, cancellation);
        var failures = new List<string>();
        foreach (var item in due.TakeWhile(_ => clock.Now() < leave))
        {
            try
            {
                await Handle(item.Number, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                failures.Add($"{item.Number}: {failure.Message}");
            }
        }

        return new SweepResult(due.Count, failures, MostAtOnce == due.Count);
    }

    /// <summary>When the next thing falls due after now and up to <paramref name="horizon"/>; null when nothing does.</summary>
    public async Task<Instant?> NextDue(Instant horizon, CancellationToken cancellation) =>
        (await store.Due(horizon, limit: 1, cancellation)).Select(d => (Instant?)d.At).FirstOrDefault();

    private async Task Handle(IncidentNumber number, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (await store.Load(number, member: null, cancellation) is not { } record)
        {
            return;
        }

        // A recovery may only end on a fresh count: an alarm that joined in the last seconds keeps it open.
        if (record.Incident.IsOpen && (record.Incident.FoldAt <= clock.Now() || (record.Incident.ResolveAt <= clock.Now() && record.Incident.Joined.Total > 0)))
        {
            await join.Count(record, settings, cancellation);
        }

        var result = await changes.Apply(number, (r, now) => Sweeping.Elapse(r.Incident, now), cancellation);
        await dispatcher.Dispatch(result, clickedCard: null, cancellation);
    }

    private const int MostAtOnce = 200;
}

/// <summary>What one pass of the sweep found.</summary>
/// <param name="Due">How many incidents had something due.</param>
/// <param name="Failures">What could not be done; it stays due.</param>
/// <param name="MoreWaits">There may be more: sweep again.</param>
public sealed record SweepResult(int Due, IReadOnlyList<string> Failures, bool MoreWaits);
