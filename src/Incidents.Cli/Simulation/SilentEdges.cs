using Incidents.Application.Intake.FailOpen;
using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Simulation;

/// <summary>The topic of the last resort. It is used only when no person is left to page, and the card without mentions says so.</summary>
internal sealed class SilentFallback : IFallback
{
    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation) => Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
}

/// <summary>The queue of failed messages. A store in memory always answers, so a message that comes here would be lost.</summary>
internal sealed class NoRetries : IAlarmRetries
{
    public Task Put(string body, CancellationToken cancellation) => throw new NotKeptException("The simulation has no queue of failed messages.");
}
