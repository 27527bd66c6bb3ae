using Incidents.Application.Paging;
using Incidents.Domain.Incidents;

namespace Incidents.Scenarios.Tests;

/// <summary>Takes every degraded page, or answers as told.</summary>
internal sealed class ListeningFallback : IFallback
{
    private readonly List<FallbackMessage> heard = [];

    public IReadOnlyList<FallbackMessage> Heard
    {
        get
        {
            lock (heard)
            {
                return [.. heard];
            }
        }
    }

    public Func<DeliveryResult> Answer { get; set; } = () => new DeliveryResult.Delivered();

    public Task<DeliveryResult> Publish(FallbackMessage message, CancellationToken cancellation)
    {
        lock (heard)
        {
            heard.Add(message);
        }

        return Task.FromResult(Answer());
    }
}
