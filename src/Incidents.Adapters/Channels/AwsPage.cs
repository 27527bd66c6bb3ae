using System.Text;
using Incidents.Adapters.Aws;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Channels;

/// <summary>A page that AWS sends for us. SES and End User Messaging answer alike: a message id, or an error with a name.</summary>
internal static class AwsPage
{
    /// <summary>Neither service recognises repeats, so what got no answer is unknown and never tried again here.</summary>
    public static async Task<DeliveryResult> Send(AwsClient client, AwsCall call, CancellationToken cancellation)
    {
        try
        {
            var body = await client.Send(call, cancellation);
            return JsonBody.Field(Encoding.UTF8.GetString(body), "MessageId") is null ? new DeliveryResult.Unknown("unexpected_answer") : new DeliveryResult.Delivered();
        }
        catch (AwsCallException failure)
        {
            return Outcomes.Of(failure);
        }
    }
}
