using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Incidents.Application;
using Incidents.Application.Heartbeats;
using Incidents.Application.Reconcile;
using Incidents.Application.Redaction;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Sweep;
using Incidents.Application.TestPages;
using NodaTime;

namespace Incidents.Functions;

/// <summary>The one clock of the product, once a minute; the due times in the store are its agenda.</summary>
public sealed class TickFunction(
    KeepSweeping sweeping, CheckHeartbeats heartbeats, TickHeartbeat own, TestBeforeShifts tests, TellOfSwaps swaps, Upkeep upkeep, TimeProvider clock, Invocations? invocations = null)
{
    [LambdaFunction(ResourceName = "Tick", MemorySize = 512, Timeout = 120)]
    [ScheduleEvent("rate(1 minute)")]
    public async Task Tick(ScheduledEvent minute, ILambdaContext context)
    {
        using var invocation = invocations?.Begin(nameof(Tick));
        var leave = clock.Now() + Duration.FromTimeSpan(context.RemainingTime) - ToFinishWhatIsBegun;
        var missed = heartbeats.Run(CancellationToken.None);
        var tested = tests.Run(CancellationToken.None);
        var told = swaps.Run(CancellationToken.None);
        var repairs = upkeep.Run(CancellationToken.None);
        var swept = await sweeping.Run(leave, CancellationToken.None);
        await own.Beat(CancellationToken.None);
        foreach (var failure in swept.Failures.Concat(await missed).Concat(await tested).Concat(await told))
        {
            context.Logger.LogError("{Failure}; it stays due", Redactor.Redact(failure));
        }

        Report(await repairs, context.Logger);
    }

    private static void Report(Repairs repairs, ILambdaLogger log)
    {
        if (repairs.Total > 0)
        {
            log.LogWarning("Repaired: {Repairs}", repairs);
        }

        foreach (var failure in repairs.Failures)
        {
            log.LogError("Not repaired, to be tried again in five minutes: {Failure}", Redactor.Redact(failure));
        }
    }

    private static readonly Duration ToFinishWhatIsBegun = Duration.FromSeconds(20);
}
