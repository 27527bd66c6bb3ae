using Incidents.Application.Measuring;
using Incidents.Application.Time;
using Incidents.Application.Tracing;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Store;

/// <summary>Loads, decides and saves, and retries when another write came first; the only place that does.</summary>
/// <param name="measurements">Records what was saved; null where nothing is measured.</param>
/// <param name="leave">Leaves the pages to another process; null where the process that commits sends them.</param>
public sealed class IncidentChanges(IIncidentStore store, TimeProvider clock, IMeasurements? measurements = null, LeavePages? leave = null)
{
    /// <summary>Changes an incident by what <paramref name="decide"/> makes of it; it may be asked several times.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer, or the incident is fought over without end.</exception>
    public Task<ChangeResult> Apply(IncidentNumber number, Func<IncidentRecord, Instant, Decision> decide, CancellationToken cancellation) =>
        Apply(number, (record, now) => Task.FromResult(decide(record, now)), cancellation);

    /// <summary>The same for a decision that has to read more than the incident.</summary>
    /// <exception cref="StoreUnavailableException">The store does not answer, or the incident is fought over without end.</exception>
    public async Task<ChangeResult> Apply(IncidentNumber number, Func<IncidentRecord, Instant, Task<Decision>> decide, CancellationToken cancellation)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            if (await store.Load(number, member: null, cancellation) is not { } record)
            {
                return new ChangeResult.NotFound(number);
            }

            var result = await Apply(record, await decide(record, clock.Now()), reclaim: null, cancellation);
            if (result is not null)
            {
                return result;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(5, 20 * attempt)), clock, cancellation);
        }

        throw new StoreUnavailableException($"{number} was changed by others {MostAttempts} times in a row while this change was decided");
    }

    /// <summary>Saves one decision on a record that was just read; null when another write came first.</summary>
    /// <param name="reclaim">For a reopened incident: what its alarm and service pointed to.</param>
    public async Task<ChangeResult?> Apply(IncidentRecord record, Decision decision, AlarmContext? reclaim, CancellationToken cancellation)
    {
        if (decision is Decision.Ignored ignored)
        {
            return new ChangeResult.Ignored(ignored.Refusal, record);
        }

        var accepted = (Decision.Accepted)decision;
        accepted = leave?.Invoke(record.Incident, record.Incident.Number, accepted) ?? accepted;
        var after = accepted.State with { Version = record.Incident.Version + 1 };
        var commit = new IncidentCommit(record.Incident, after, accepted.Events) { Reclaim = reclaim };
        if (await Save(commit, cancellation) != SaveResult.Saved)
        {
            return null;
        }

        measurements?.Tell(record, accepted.Events);
        return new ChangeResult.Changed(record.Incident, record with { Incident = after });
    }

    private async Task<SaveResult> Save(IncidentCommit commit, CancellationToken cancellation)
    {
        using var span = Spans.Begin("store", commit.After.Number);
        try
        {
            return await store.Save(commit, cancellation);
        }
        catch (StoreUnavailableException failure)
        {
            span.Fail(failure);
            throw;
        }
    }

    private const int MostAttempts = 20;
}

/// <summary>What became of a change.</summary>
public abstract record ChangeResult
{
    private ChangeResult()
    {
    }

    /// <summary>The change is saved; the pages and updates it asks for must now be dispatched.</summary>
    public sealed record Changed(Incident Before, IncidentRecord After) : ChangeResult;

    /// <summary>Nothing was saved, for the reason in <paramref name="Refusal"/>.</summary>
    public sealed record Ignored(Refusal Refusal, IncidentRecord Record) : ChangeResult;

    /// <summary>There is no such incident.</summary>
    public sealed record NotFound(IncidentNumber Number) : ChangeResult;
}
