using Incidents.Application.Redaction;
using Incidents.Domain.Incidents;

namespace Incidents.Application.Notifications;

/// <summary>Whatever a channel throws is its own failure: the alarm is not received again for it, and the next channel has its turn.</summary>
internal static class ChannelCall
{
    /// <returns>What the channel answered; unknown when it threw, for the message may have left before.</returns>
    public static async Task<DeliveryResult> Ask(Func<Task<DeliveryResult>> say, CancellationToken cancellation)
    {
        try
        {
            return await say();
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            return new DeliveryResult.Unknown($"{failure.GetType().Name}: {Redactor.Redact(failure.Message)}");
        }
    }
}
