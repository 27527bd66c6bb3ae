using Incidents.Adapters.Aws;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Adapters.Slack;

/// <summary>The signing secrets that Parameter Store holds: the current one and, while it is being rotated, the one before.</summary>
public sealed class ParameterSignatures(CachedSecrets secrets, SlackParameters parameters) : ISlackSignatures
{
    /// <inheritdoc />
    /// <exception cref="SecretUnavailableException">Nobody can be told from anybody: the request must fail.</exception>
    public async ValueTask<SlackSignature> Current(CancellationToken cancellation)
    {
        var current = new SlackSigningSecret(await secrets.Get(parameters.SigningSecret, cancellation));
        return parameters.PreviousSigningSecret is { } name && await secrets.Find(name, cancellation) is { Length: > 0 } previous
            ? new SlackSignature(current, new SlackSigningSecret(previous))
            : new SlackSignature(current);
    }

    /// <inheritdoc />
    public async ValueTask<SlackSignature?> Renewed(CancellationToken cancellation) =>
        await secrets.Reread(cancellation) ? await Current(cancellation) : null;
}
