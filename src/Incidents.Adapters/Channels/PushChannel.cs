using Incidents.Adapters.Http;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Paging.Channels;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;

namespace Incidents.Adapters.Channels;

/// <summary>Pushes to a person's phone, by the service they chose.</summary>
public sealed class PushChannel : PersonalChannel, IDisposable
{
    private readonly ChannelSecrets secrets;
    private readonly IOnCallConfigurationProvider configuration;
    private readonly ChannelLimits limits;
    private readonly Uri pushover;
    private readonly OutgoingHttp http;

    /// <summary>Makes the channel.</summary>
    /// <param name="pushover">Where Pushover is; null for the one there is.</param>
    public PushChannel(ChannelSecrets secrets, IOnCallConfigurationProvider configuration, ChannelLimits limits, Uri? pushover = null)
    {
        (this.secrets, this.configuration, this.limits) = (secrets, configuration, limits);
        this.pushover = pushover ?? Pushover.Address;
        http = new OutgoingHttp(limits.Connect, limits.Loopback);
    }

    /// <inheritdoc />
    public override string Kind => ChannelKind.Push;

    /// <inheritdoc />
    public override async Task<DeliveryResult> Send(PageMessage message, CancellationToken cancellation) => message.To[0].Push switch
    {
        { Service: PushService.Ntfy, Secret: var secret } => await ByNtfy(message, secret, cancellation),
        { Service: PushService.Pushover, Secret: var secret } => await ByPushover(message, secret, cancellation),
        _ => new DeliveryResult.Rejected("no_push_service"),
    };

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<DeliveryResult> ByNtfy(PageMessage message, string name, CancellationToken cancellation)
    {
        var found = await secrets.Read(name, cancellation);
        if (found.Secret is not { } text)
        {
            return Missing(found);
        }

        return secrets.Address(name, text, limits.Loopback) is { } topic && Ntfy.Topic(topic) is { Length: > 0 }
            ? Outcomes.Of(await http.Post(Ntfy.Server(topic), "application/json", Ntfy.Body(topic, PushText.Of(message)), limits.Post, cancellation), Ntfy.Took)
            : new DeliveryResult.Rejected("topic_url_refused");
    }

    private async Task<DeliveryResult> ByPushover(PageMessage message, string name, CancellationToken cancellation)
    {
        if ((await configuration.Current(cancellation)).Channels.PushoverTokenSecret is not { } tokenName)
        {
            return new DeliveryResult.Rejected("no_pushover_token_configured");
        }

        // Together: an attempt has time for one wait.
        var (tokenRead, userRead) = (secrets.Read(tokenName, cancellation).AsTask(), secrets.Read(name, cancellation).AsTask());
        var (token, user) = (await tokenRead, await userRead);
        return (token.Secret, user.Secret) switch
        {
            (null, _) => Missing(token),
            (_, null) => Missing(user),
            var (app, key) => Outcomes.Of(
                await http.Post(pushover, "application/x-www-form-urlencoded", Pushover.Body(app, key, PushText.Of(message)), limits.Post, cancellation), Pushover.Took),
        };
    }

    private static DeliveryResult Missing(ChannelSecrets.Lookup lookup) =>
        lookup.MayPass ? new DeliveryResult.RetryLater(After: null, lookup.Code) : new DeliveryResult.Rejected(lookup.Code);
}
