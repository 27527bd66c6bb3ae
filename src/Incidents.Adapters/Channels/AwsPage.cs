using System.Text;
using Incidents.Adapters.Aws;
using Incidents.Application.Paging;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Channels;

/// <summary>A page that AWS sends for us. SES and End User Messaging answer alike: a message id, or an error with a name.</summary>
internal static class AwsPage
{
    /// <summary>Neither service recognises repeats, so what got no answer is unknown and never tried again here.</summary>
    public static async Task<PageOutcome> Send(AwsClient client, AwsCall call, PageMessage message, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            var body = await client.Send(call, cancellation);
            return JsonBody.Field(Encoding.UTF8.GetString(body), "MessageId") is null ? new PageOutcome.Unknown("unexpected_answer") : new PageOutcome.Sent();
        }
        catch (AwsCallException failure)
        {
            return Outcomes.Of(failure, message, clock.Now());
        }
    }
}
