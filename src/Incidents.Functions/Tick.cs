using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;
using Incidents.Application.Reconcile;
using Incidents.Application.Redaction;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Functions.Start;
using Incidents.Functions.Telemetry;
using NodaTime;

namespace Incidents.Functions;

/// <summary>The one clock of the product, once a minute; the due times in the store are its agenda.</summary>
public sealed class TickFunction(ScheduledJobs everything, TimeProvider clock, InvocationTelemetry? invocations = null, VerifyPublicUrl? reach = null)
{
    [LambdaFunction(ResourceName = "Tick", MemorySize = 512, Timeout = 120)]
    [ScheduleEvent("rate(1 minute)")]
    public async Task Tick(ScheduledEvent minute, ILambdaContext context)
    {
        using var invocation = invocations?.Begin(nameof(Tick));
        var leave = clock.Now() + Duration.FromTimeSpan(context.RemainingTime) - ToFinishWhatIsBegun;
        var result = await everything.Run(leave, CancellationToken.None);
        foreach (var failure in result.Failures)
        {
            context.Logger.LogError("{Failure}; it stays due", Redactor.Redact(failure));
        }

        Report(result.Repairs, context.Logger);
        if (reach is not null)
        {
            await reach.Run(CancellationToken.None);
        }
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
