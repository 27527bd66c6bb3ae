using Incidents.Adapters.Aws;
using Incidents.Application.Configuration;
using Incidents.Application.Slack;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Slack.Parameters;

/// <summary>The webhooks whose URLs Parameter Store holds. A channel without one of its own uses the stack's: a page in the wrong channel beats none.</summary>
/// <param name="secrets">Have the stack's own webhook.</param>
/// <param name="further">Have those that the configuration names.</param>
/// <param name="warn">Takes a line for the stack's log. It holds no secret.</param>
public sealed class ParameterWebhooks(CachedSecrets secrets, CachedSecrets further, SlackParameters parameters, IOnCallConfigurationProvider configuration, Action<string> warn)
{
    /// <inheritdoc cref="FindWebhook" />
    public async ValueTask<WebhookLookup> Find(string channel, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        try
        {
            return await OfItsOwn(channel, settings.Slack, cancellation)
                ?? Read(parameters.Webhook, await secrets.Get(parameters.Webhook, cancellation));
        }
        catch (SecretUnavailableException unavailable)
        {
            warn(unavailable.Message);
            return WebhookLookup.None(new DeliveryResult.RetryLater(null, "webhook_not_read"));
        }
    }

    /// <summary>The workspace of the stack's own webhook, once its URL has been read.</summary>
    public string? Team => secrets.Known(parameters.Webhook) is { } url && WebhookUrl.Parse(url, SlackHosts.SlackOnly) is WebhookUrl.Parsed.Ok ok
        ? ok.Url.TeamId
        : null;

    /// <returns>Null where the stack's webhook has to do.</returns>
    private async ValueTask<WebhookLookup?> OfItsOwn(string channel, SlackSettings slack, CancellationToken cancellation)
    {
        if (!slack.Webhooks.TryGetValue(channel, out var secret) || parameters.Named(secret) is var name && name == parameters.Webhook)
        {
            return null;
        }

        try
        {
            return Read(name, await further.Get(name, cancellation));
        }
        catch (SecretUnavailableException unavailable)
        {
            warn($"slack.webhooks gives the channel {channel} the webhook {secret}, which cannot be had: its messages go to the channel of {parameters.Webhook}. {unavailable.Message}");
            return null;
        }
    }

    private WebhookLookup Read(string name, string url)
    {
        switch (WebhookUrl.Parse(url, SlackHosts.SlackOnly))
        {
            case WebhookUrl.Parsed.Ok ok:
                return WebhookLookup.Found(ok.Url);
            case WebhookUrl.Parsed.Refused refused:
                warn($"The webhook URL in the parameter {name} is refused: {refused.Reason}");
                break;
        }

        return WebhookLookup.None(new DeliveryResult.Rejected("webhook_url_refused"));
    }
}
