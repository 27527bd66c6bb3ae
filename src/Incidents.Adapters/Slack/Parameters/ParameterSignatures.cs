using Incidents.Adapters.Aws;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Adapters.Slack.Parameters;

/// <summary>The signing secrets that Parameter Store holds: the current one and, while it is being rotated, the one before.</summary>
public sealed class ParameterSignatures(CachedSecrets secrets, SlackParameters parameters) : ISlackSignatures
{
    /// <inheritdoc />
    /// <exception cref="SecretUnavailableException">The secret could not be read: no signature can be verified, so the request must fail.</exception>
    public async ValueTask<SlackSignature> Current(CancellationToken cancellation)
    {
        var current = new SlackSigningSecret(await secrets.Get(parameters.SigningSecret, cancellation));
        return await Previous(cancellation) is { Length: > 0 } previous
            ? new SlackSignature(current, new SlackSigningSecret(previous))
            : new SlackSignature(current);
    }

    /// <summary>One that may not be read counts as none: the current one goes on working.</summary>
    private async ValueTask<string?> Previous(CancellationToken cancellation)
    {
        try
        {
            return await secrets.Find(parameters.PreviousSigningSecret, cancellation);
        }
        catch (SecretUnavailableException)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async ValueTask<SlackSignature?> Renewed(CancellationToken cancellation) =>
        await secrets.Reread(cancellation) ? await Current(cancellation) : null;
}
