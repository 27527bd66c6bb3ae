using Incidents.Application.DueWork;
using Incidents.Application.Heartbeats;
using Incidents.Application.Reconcile;
using Incidents.Application.Schedules.HandOffs;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Shadow;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using NodaTime;

namespace Incidents.Application.Sweep;

/// <summary>What each minute brings: the sweep, and beside it the chores, one after the other. A chore that fails keeps no other from its turn.</summary>
/// <remarks>A new chore is added here and nowhere else: functions, local runs and tests know only this class.</remarks>
public sealed class ScheduledJobs(
    DueWorkLoop sweeping, CheckHeartbeats heartbeats, TestBeforeShifts tests, SwapNotifier swaps, HandoffNotifier handOffs, ShadowModeReporter shadow, MaintenanceJobs upkeep, TickHeartbeat own, SendTestPage testPages, BeatWatchdog watchdog)
{
    private readonly IReadOnlyList<(string Name, Func<CancellationToken, Task<IReadOnlyList<string>>> Run)> chores =
    [
        ("heartbeats", heartbeats.Run),
        ("test pages before shifts", tests.Run),
        ("swaps", swaps.Run),
        ("hand-offs", handOffs.Run),
        ("summary of shadow mode", shadow.Run),
    ];

    /// <param name="leave">When the caller must be gone whatever is due.</param>
    /// <returns>What could not be done, and what was mended.</returns>
    /// <exception cref="StoreUnavailableException">What is due cannot be read.</exception>
    public async Task<MinuteResult> Run(Instant leave, CancellationToken cancellation)
    {
        var beside = RunChores(cancellation);
        var swept = await sweeping.Run(leave, cancellation);
        var asked = await own.Beat(cancellation);

        // The store has been read and written, and not all that was due went wrong: only now may the outside believe that all is well.
        var unheard = swept.Due > 0 && swept.Failures.Count >= swept.Due ? [] : await Guarded("watchdog", watchdog.Run, cancellation);
        var untested = await Guarded("test pages", token => testPages.SendAsked(asked, token), cancellation);
        var (failures, repairs) = await beside;
        return new MinuteResult([.. swept.Failures, .. failures, .. unheard, .. untested], repairs);
    }

    private async Task<(IReadOnlyList<string> Failures, Repairs Repairs)> RunChores(CancellationToken cancellation)
    {
        var failures = new List<string>();
        foreach (var (name, run) in chores)
        {
            failures.AddRange(await Guarded(name, run, cancellation));
        }

        // Last, for it may look at everything there is.
        var repairs = Repairs.None;
        failures.AddRange(await Guarded(
            "upkeep",
            async token =>
            {
                repairs = await upkeep.Run(token);
                return [];
            },
            cancellation));
        return (failures, repairs);
    }

    /// <summary>Chores answer for what they expect; what none of them expects must not cost the others their minute.</summary>
    private static async Task<IReadOnlyList<string>> Guarded(string name, Func<CancellationToken, Task<IReadOnlyList<string>>> run, CancellationToken cancellation)
    {
        try
        {
            return await run(cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return [$"{name}: {failure.Message}"];
        }
    }
}

/// <summary>What one minute's run came to.</summary>
/// <param name="Failures">What could not be done, in sentences; it stays due.</param>
/// <param name="Repairs">What was mended, nothing in four minutes of five.</param>
public sealed record MinuteResult(IReadOnlyList<string> Failures, Repairs Repairs);
