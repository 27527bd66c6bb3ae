namespace Incidents.Adapters.Slack.Parameters;

/// <summary>
/// The names under which Parameter Store keeps what belongs to a stack: each in the stack's own folder and always the same. A version of the
/// functions keeps the environment it was published with, so what may change is a value there and never a name in it.
/// </summary>
/// <param name="Stack">Name of the stack.</param>
public sealed record SlackParameters(string Stack)
{
    /// <summary>Holds the webhook URL of every channel that has none of its own.</summary>
    public string Webhook => Named("slack-webhook");

    /// <summary>Holds the signing secret.</summary>
    public string SigningSecret => Named("slack-signing-secret");

    /// <summary>While the signing secret is being rotated, holds the one before; there is none otherwise.</summary>
    public string PreviousSigningSecret => Named("slack-signing-secret-previous");

    /// <summary>Holds what the stack's parameters say, as <see cref="StackSettings"/> reads it. No secret is among it.</summary>
    public string Settings => Named("settings");

    /// <summary>Holds the key by which jobs say that they still run. One function reads it.</summary>
    public string HeartbeatKey => Named("heartbeat-key");

    /// <summary>While that key is being rotated, holds the one before; there is none otherwise.</summary>
    public string PreviousHeartbeatKey => Named("heartbeat-key-previous");

    /// <summary>All that every function needs, to be read in one call.</summary>
    public IReadOnlyCollection<string> Names => [Webhook, SigningSecret, PreviousSigningSecret, Settings];

    /// <summary>The parameter of a secret that the configuration names, by its whole name or by what comes after the stack's folder.</summary>
    public string Named(string secret) => secret.StartsWith('/') ? secret : $"/incidents/{Stack}/{secret}";
}
