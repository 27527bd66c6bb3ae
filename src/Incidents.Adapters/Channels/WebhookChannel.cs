using System.Globalization;
using Incidents.Adapters.Http;
using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Adapters.Channels;

/// <summary>Posts a page to a person's own URL, signed, so that the receiver can verify the sender. Any 2xx means it was accepted.</summary>
public sealed class WebhookChannel(ChannelSecrets secrets, TimeProvider clock, ChannelLimits limits) : PersonalChannel, IDisposable
{
    private readonly OutgoingHttp http = new(limits.Connect, limits.Loopback);

    /// <inheritdoc />
    public override string Kind => ChannelKind.Webhook;

    /// <inheritdoc />
    public override async Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation)
    {
        if (message.To[0].Webhook is not { } name)
        {
            return new DeliveryResult.Rejected("no_webhook");
        }

        var found = await secrets.Read(name, cancellation);
        if (found.Secret is not { } text)
        {
            return found.MayPass ? new DeliveryResult.RetryLater(After: null, found.Code) : new DeliveryResult.Rejected(found.Code);
        }

        if (secrets.Address(name, JsonBody.Field(text, "url"), limits.Loopback) is not { } address || JsonBody.Field(text, "key") is not { Length: > 0 } key)
        {
            return new DeliveryResult.Rejected("webhook_secret_refused");
        }

        var body = WebhookJson.Of(message);
        var timestamp = clock.Machine().Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var reply = await http.Post(
            address,
            "application/json",
            body,
            limits.Post,
            cancellation,
            new KeyValuePair<string, string>(WebhookSignature.TimestampHeader, timestamp),
            new KeyValuePair<string, string>(WebhookSignature.SignatureHeader, WebhookSignature.Of(key, timestamp, body)),
            new KeyValuePair<string, string>("Idempotency-Key", message.Key));
        return Outcomes.Of(reply);
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();
}
