using Amazon.Lambda.Annotations;
using Amazon.Lambda.Annotations.Schedule;
using Amazon.Lambda.CloudWatchEvents.ScheduledEvents;
using Amazon.Lambda.Core;

namespace Incidents.Functions;

/// <summary>Fires what is due and stays while more falls due, until the time given is used up.</summary>
public delegate Task FireWhatIsDue(TimeSpan remaining);

/// <summary>The one clock of the product, once a minute; the due times in the store are its agenda.</summary>
public sealed class TickFunction(FireWhatIsDue fire)
{
    [LambdaFunction(ResourceName = "Tick", MemorySize = 512, Timeout = 120)]
    [ScheduleEvent("rate(1 minute)")]
    public Task Tick(ScheduledEvent minute, ILambdaContext context) => fire(context.RemainingTime);
}
