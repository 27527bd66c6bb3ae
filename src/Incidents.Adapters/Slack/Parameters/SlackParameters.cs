namespace Incidents.Adapters.Slack;

/// <summary>The names under which Parameter Store keeps what belongs to the Slack app. Names only: the values are secrets.</summary>
/// <param name="Webhook">Holds the webhook URL of every channel that has none of its own.</param>
/// <param name="ChannelWebhooks">Hold the webhook URLs of single channels. The configuration names one by its whole name or by the part after the last slash.</param>
/// <param name="SigningSecret">Holds the signing secret.</param>
/// <param name="PreviousSigningSecret">While the signing secret is being rotated, holds the one before; null otherwise.</param>
/// <param name="PublicUrl">Holds the address of the HTTP API, which is no secret but known only after the functions are.</param>
public sealed record SlackParameters(string Webhook, IReadOnlyList<string> ChannelWebhooks, string SigningSecret, string? PreviousSigningSecret, string PublicUrl)
{
    /// <summary>All of them, to be read together.</summary>
    public IReadOnlyCollection<string> Names =>
        [Webhook, .. ChannelWebhooks, SigningSecret, .. PreviousSigningSecret is null ? Array.Empty<string>() : [PreviousSigningSecret], PublicUrl];

    /// <summary>The parameter of a webhook that the configuration names; null when this stack was given none of that name.</summary>
    public string? Find(string secret) => ChannelWebhooks.Append(Webhook).FirstOrDefault(
        name => name == secret || name.EndsWith($"/{secret}", StringComparison.Ordinal));
}
