using Incidents.Application.DueWork;
using Incidents.Application.Store;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Application.Sweep;

/// <summary>What the tick does: sweeps, and stays while something falls due soon, so that it is done at its second.</summary>
/// <remarks>
/// A tick that stays lives 15 seconds into the next one: the two overlap, so that no second is without one. The claims in the store
/// keep them from doing anything twice.
/// </remarks>
public sealed class DueWorkLoop(DueIncidentProcessor sweep, TimeProvider clock)
{
    /// <param name="leave">When the caller must be gone whatever is due.</param>
    /// <returns>What all passes together found.</returns>
    /// <exception cref="StoreUnavailableException">What is due cannot be read.</exception>
    public async Task<SweepResult> Run(Instant leave, CancellationToken cancellation)
    {
        var started = clock.Now();
        var until = Instant.Min(leave, started + Stay);

        // Measured by timestamps, so that a clock set back meanwhile does not prolong the loop.
        var (begin, patience) = (clock.GetTimestamp(), (until - started).ToTimeSpan());
        var total = new SweepResult(0, [], MoreWaits: false);
        while (true)
        {
            var pass = await sweep.Run(until, cancellation);
            total = new SweepResult(total.Due + pass.Due, [.. total.Failures, .. pass.Failures], pass.MoreWaits);
            var now = clock.Now();
            if (pass.MoreWaits && pass.Failures.Count == 0 && !IsOver(now))
            {
                continue;
            }

            if (await sweep.NextDue(started + LookAhead, cancellation) is not { } next || IsOver(now))
            {
                return total;
            }

            var soonest = now + (pass.Failures.Count == 0 ? Shortest : ReadEvery);
            var wake = Instant.Min(Instant.Max(next, soonest), Instant.Min(now + ReadEvery, until));
            await Task.Delay((wake - now).ToTimeSpan(), clock, cancellation);
        }

        bool IsOver(Instant now) => now >= until || clock.GetElapsedTime(begin) >= patience;
    }

    private static readonly Duration Stay = Duration.FromSeconds(75);
    private static readonly Duration LookAhead = Duration.FromMinutes(2);
    private static readonly Duration ReadEvery = Duration.FromSeconds(5);
    private static readonly Duration Shortest = Duration.FromMilliseconds(200);
}
