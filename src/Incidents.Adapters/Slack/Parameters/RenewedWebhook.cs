using Incidents.Adapters.Aws;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.Slack.Parameters;

/// <summary>Tries a message again with the newest address when Slack says that its webhook is no more.</summary>
/// <param name="secrets">All that may hold a webhook.</param>
public sealed class RenewedWebhook(ISlackWebhook webhook, params IReadOnlyList<CachedSecrets> secrets) : ISlackWebhook
{
    /// <inheritdoc />
    public async Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var answer = await webhook.Post(channel, json, cancellation);
        return IsRevoked(answer) && await Reread(cancellation) ? await webhook.Post(channel, json, cancellation) : answer;
    }

    /// <inheritdoc />
    public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        webhook.Respond(responseUrl, json, cancellation);

    private async Task<bool> Reread(CancellationToken cancellation) =>
        (await Task.WhenAll(secrets.Select(some => some.Reread(cancellation).AsTask()))).Contains(true);

    private static bool IsRevoked(DeliveryResult answer) => answer
        is DeliveryResult.Rejected { Answer: "no_service" or "no_service_id" or "no_active_hooks" or "no_team" or "invalid_token" or "invalid_auth" or "token_revoked" or "webhook_url_refused" };
}
