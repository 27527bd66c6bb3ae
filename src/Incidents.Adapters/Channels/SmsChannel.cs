using Incidents.Adapters.Aws;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Adapters.Channels;

/// <summary>Text messages by AWS End User Messaging.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_SendTextMessage.html</remarks>
/// <param name="client">For `sms-voice`.</param>
public sealed class SmsChannel(AwsClient client, IOnCallConfigurationProvider configuration) : PersonalChannel
{
    // A text that could not be delivered for ten minutes would only confuse the person who finds it in the morning.
    private const int ValidForSeconds = 600;

    /// <inheritdoc />
    public override string Kind => ChannelKind.Sms;

    /// <inheritdoc />
    public override async Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        return (message.To[0].Phone, settings.Channels.SmsOrigination) switch
        {
            (null, _) => new DeliveryResult.Rejected("no_phone_number"),
            (_, null) => new DeliveryResult.Rejected("no_origination_configured"),
            var (to, from) => await AwsPage.Send(client, Call(from, to, settings.Channels.SmsTwoWay && message is not Notification.TestPage ? SmsText.WithReply(SmsText.Of(message)) : SmsText.Of(message)), cancellation),
        };
    }

    internal static AwsCall Call(string from, string to, string text) => AwsCall.Json10("PinpointSMSVoiceV2.SendTextMessage", json =>
    {
        json.WriteString("DestinationPhoneNumber", to);
        json.WriteString("OriginationIdentity", from);
        json.WriteString("MessageBody", text);
        json.WriteString("MessageType", "TRANSACTIONAL");
        json.WriteNumber("TimeToLive", ValidForSeconds);
    });
}
