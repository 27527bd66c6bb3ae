using Incidents.Adapters.Aws;

namespace Incidents.Adapters.Channels;

/// <summary>Gives the secret that the configuration calls by a name; null when there is none.</summary>
/// <exception cref="SecretUnavailableException">Whether there is one could not be learnt.</exception>
public delegate ValueTask<string?> FindSecret(string name, CancellationToken cancellation);

/// <summary>Secrets of people's own addresses, read when there is something to send.</summary>
/// <param name="warn">Takes a line for the process's log. It holds no secret.</param>
public sealed class ChannelSecrets(FindSecret find, Action<string> warn)
{
    // Secrets are kept, so this is the time of a first read that does not come back. An attempt has five seconds in all.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    /// <returns>The secret, or why it cannot be had: <see cref="Lookup.Code"/> and whether that may pass.</returns>
    internal async ValueTask<Lookup> Read(string name, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            if (await find(name, limit.Token) is { Length: > 0 } secret)
            {
                return new Lookup(secret.Trim(), "", MayPass: false);
            }

            warn($"The configuration names the secret {name}, and there is none of that name: whoever is paged by it is paged another way.");
            return new Lookup(null, "secret_missing", MayPass: false);
        }
        catch (SecretUnavailableException unavailable)
        {
            warn(unavailable.Message);
            return new Lookup(null, "secret_not_read", MayPass: true);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Lookup(null, "secret_not_read", MayPass: true);
        }
    }

    /// <summary>An address, if it is one that may be posted to.</summary>
    /// <param name="loopback">Whether plain HTTP to this machine will do.</param>
    internal Uri? Address(string name, string? text, bool loopback)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.UserInfo.Length == 0
            && (url.Scheme == Uri.UriSchemeHttps || (loopback && url is { Scheme: "http", IsLoopback: true })))
        {
            return url;
        }

        warn($"The secret {name} does not hold the https address it should.");
        return null;
    }

    internal readonly record struct Lookup(string? Secret, string Code, bool MayPass);
}
