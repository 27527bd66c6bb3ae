using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Slack;

/// <summary>Finds the webhook behind a channel of the configuration.</summary>
public delegate ValueTask<WebhookLookup> FindWebhook(string channel, CancellationToken cancellation);

/// <summary>A webhook, or else the answer to a message that therefore is not sent.</summary>
public readonly record struct WebhookLookup
{
    private WebhookLookup(WebhookUrl? webhook, DeliveryResult? unsent)
    {
        Webhook = webhook;
        Unsent = unsent;
    }

    /// <summary>Where to post; null when that is not known.</summary>
    public WebhookUrl? Webhook { get; }

    /// <summary>What to answer when <see cref="Webhook"/> is null.</summary>
    public DeliveryResult? Unsent { get; }

    /// <summary>There is one.</summary>
    public static WebhookLookup Found(WebhookUrl webhook) => new(webhook, null);

    /// <summary>There is none, for good or for now.</summary>
    public static WebhookLookup None(DeliveryResult unsent) => new(null, unsent);

    internal void Deconstruct(out WebhookUrl? webhook, out DeliveryResult? unsent) => (webhook, unsent) = (Webhook, Unsent);
}
