using Incidents.Adapters.Aws;
using Incidents.Application.Configuration;
using Incidents.Application.TextReplies;

namespace Incidents.Adapters.Channels;

/// <summary>Answers a text message by AWS End User Messaging. A failure is not tried again: the reply has acknowledged already.</summary>
/// <param name="client">For `sms-voice`.</param>
public sealed class TextSender(AwsClient client, IOnCallConfigurationProvider configuration, Action<string> warn) : ITextSender
{
    /// <inheritdoc />
    public async Task Send(string to, string text, CancellationToken cancellation)
    {
        try
        {
            if ((await configuration.Current(cancellation)).Channels.SmsOrigination is { } from)
            {
                await client.Send(SmsChannel.Call(from, to, text), cancellation);
            }
        }
        catch (AwsCallException failure)
        {
            warn($"the answer to a text reply was not sent: {failure.Message}");
        }
    }
}
