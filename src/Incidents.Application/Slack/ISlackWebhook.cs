using Incidents.Domain.Incidents;

namespace Incidents.Application.Slack;

/// <summary>Sends messages to Slack without a bot. No message id comes back, so a card can be replaced only by the answer to a click.</summary>
public interface ISlackWebhook
{
    /// <summary>Posts a new message.</summary>
    /// <param name="channel">Name of the webhook in the configuration.</param>
    /// <param name="json">Body as <see cref="BlockKit.SlackMessage.ToJson"/> gives it.</param>
    Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation);

    /// <summary>Answers a click within a second or gives up, because Slack waits for our own answer meanwhile.</summary>
    /// <param name="responseUrl">An address that <see cref="SlackHosts.IsResponseUrl"/> allows; any other is refused unsent.</param>
    /// <param name="json">Body as <see cref="BlockKit.SlackMessage.ToJson"/> gives it.</param>
    Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation);
}
