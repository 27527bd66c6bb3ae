using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Web.Tests;

/// <summary>A topic nobody subscribes to.</summary>
internal sealed class NoFallback : IFallback
{
    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation) => Task.FromResult<DeliveryResult>(new DeliveryResult.Delivered());
}
