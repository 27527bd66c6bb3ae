using Incidents.Adapters.Aws;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Adapters.Channels;

/// <summary>Calls by AWS End User Messaging, spoken by Amazon Polly.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendVoiceMessage.html</remarks>
/// <param name="client">For `sms-voice`.</param>
public sealed class VoiceChannel(AwsClient client, IOnCallConfigurationProvider configuration) : PersonalChannel
{
    // By then the next step has been paged.
    private const int ValidForSeconds = 300;

    /// <inheritdoc />
    public override string Kind => ChannelKind.Voice;

    /// <inheritdoc />
    public override async Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
    {
        var channels = (await configuration.Current(cancellation)).Channels;
        return (message.To[0].Phone, channels.VoiceOrigination) switch
        {
            (null, _) => new DeliveryResult.Rejected("no_phone_number"),
            (_, null) => new DeliveryResult.Rejected("no_origination_configured"),
            var (to, from) => await AwsPage.Send(client, Call(from, to, VoiceText.Of(message), channels.VoiceId), cancellation),
        };
    }

    private static AwsCall Call(string from, string to, string ssml, string? voice) => AwsCall.Json10("PinpointSMSVoiceV2.SendVoiceMessage", json =>
    {
        json.WriteString("DestinationPhoneNumber", to);
        json.WriteString("OriginationIdentity", from);
        json.WriteString("MessageBody", ssml);
        json.WriteString("MessageBodyTextType", "SSML");
        json.WriteNumber("TimeToLive", ValidForSeconds);
        if (voice is not null)
        {
            json.WriteString("VoiceId", voice);
        }
    });
}
