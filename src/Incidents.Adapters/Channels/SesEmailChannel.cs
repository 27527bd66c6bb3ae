using System.Text.Json;
using Incidents.Adapters.Aws;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Adapters.Channels;

/// <summary>E-mail by Amazon SES, API version 2.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html</remarks>
/// <param name="client">For `email`, signed as `ses`.</param>
public sealed class SesEmailChannel(AwsClient client, IOnCallConfigurationProvider configuration) : PersonalChannel
{
    /// <inheritdoc />
    public override string Kind => ChannelKind.Email;

    /// <inheritdoc />
    public override async Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        return (message.To[0].Email, settings.Channels.EmailFrom) switch
        {
            (null, _) => new DeliveryResult.Rejected("no_email_address"),
            (_, null) => new DeliveryResult.Rejected("no_sender_configured"),
            var (to, from) => await AwsPage.Send(client, Call(from, to, EmailText.Of(message)), cancellation),
        };
    }

    private static AwsCall Call(string from, string to, EmailText mail) => AwsCall.Rest("/v2/email/outbound-emails", json =>
    {
        json.WriteString("FromEmailAddress", from);
        json.WriteStartObject("Destination");
        json.WriteStartArray("ToAddresses");
        json.WriteStringValue(to);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("Content");
        json.WriteStartObject("Simple");
        Part(json, "Subject", mail.Subject);
        json.WriteStartObject("Body");
        Part(json, "Text", mail.Text);
        Part(json, "Html", mail.Html);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Part(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("Data", text);
        json.WriteString("Charset", "UTF-8");
        json.WriteEndObject();
    }
}
