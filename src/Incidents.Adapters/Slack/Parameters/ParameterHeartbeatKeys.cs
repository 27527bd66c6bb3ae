using Incidents.Adapters.Aws;
using Incidents.Application.Heartbeats.Door;

namespace Incidents.Adapters.Slack.Parameters;

/// <summary>The keys for beats that Parameter Store holds: the current one and, while it is being rotated, the one before.</summary>
public sealed class ParameterHeartbeatKeys(CachedSecrets secrets, SlackParameters parameters) : IHeartbeatKeys
{
    /// <inheritdoc />
    /// <exception cref="SecretUnavailableException">Whether there is a key could not be learnt.</exception>
    public async ValueTask<HeartbeatKeys> Current(CancellationToken cancellation) =>
        new(await secrets.Find(parameters.HeartbeatKey, cancellation), await Previous(cancellation));

    /// <inheritdoc />
    public async ValueTask<HeartbeatKeys?> Renewed(CancellationToken cancellation) => await secrets.Reread(cancellation) ? await Current(cancellation) : null;

    /// <summary>One that may not be read counts as none: the current one goes on working.</summary>
    private async ValueTask<string?> Previous(CancellationToken cancellation)
    {
        try
        {
            return await secrets.Find(parameters.PreviousHeartbeatKey, cancellation);
        }
        catch (SecretUnavailableException)
        {
            return null;
        }
    }
}
