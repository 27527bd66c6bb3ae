using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Up;

/// <summary>One real webhook for every channel the configuration names; answers to presses go to the webhook that made the card.</summary>
internal sealed class AnyChannel(ISlackWebhook real, ISlackWebhook preview, SlackHosts hosts) : ISlackWebhook
{
    public const string Name = "default";

    public Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation) => real.Post(Name, json, cancellation);

    public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        (hosts.IsPreview(responseUrl) ? preview : real).Respond(responseUrl, json, cancellation);
}
