using Incidents.Adapters.Aws;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Adapters.Slack;

/// <summary>What cards can lead to, by the address in Parameter Store once it has proved itself.</summary>
/// <param name="stack">Name of the stack, in every button.</param>
/// <param name="warn">Takes a line for whoever runs the stack. Without any secret.</param>
public sealed class ProvenReach(string stack, CachedSecrets secrets, SlackParameters parameters, TimeProvider clock, Action<string> warn) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private CardReach current = new(stack, PublicUrl: null);
    private Uri? address;
    private Task? proof;
    private volatile bool believed;
    private (string Secret, PublicUrlSelfTest Test)? tester;

    /// <summary>As far as is known now.</summary>
    public CardReach Current => Volatile.Read(ref current);

    /// <summary>Waits until it is known, or no longer than a page may wait for its buttons.</summary>
    public async Task Settle(TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            await Begin().WaitAsync(patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // The card says how to acknowledge without a button.
        }
    }

    /// <summary>
    /// Where people reach this installation, unless the proof says that they do not. Without a signing secret there is no proof, and
    /// those who have no Slack need the address all the same. A message waits two seconds for it at most.
    /// </summary>
    public async ValueTask<Uri?> PublicAddress(CancellationToken cancellation)
    {
        await Settle(Patience, cancellation);
        return Volatile.Read(ref address);
    }

    /// <summary>Takes the address as proved from now on: somebody pressed a button, and the press arrived.</summary>
    public Task Believe()
    {
        believed = true;
        return Begin();
    }

    /// <summary>Proves the address if that is not being done already. What is known of it is kept a while, so this may be called at any time.</summary>
    public Task Begin()
    {
        lock (gate)
        {
            return proof is { IsCompleted: false } running ? running : proof = Learn();
        }
    }

    /// <inheritdoc />
    public void Dispose() => tester?.Test.Dispose();

    private async Task Learn()
    {
        await Task.Yield();
        try
        {
            var url = await Address();
            Volatile.Write(ref address, url);
            var works = url is not null && (believed || await (await Tester()).Answers(url, CancellationToken.None));
            Volatile.Write(ref address, works ? url : null);
            Volatile.Write(ref current, new CardReach(stack, works ? url : null, ServesConsole: false));
        }
        catch (SecretUnavailableException unavailable)
        {
            warn($"Cards have no buttons for now. {unavailable.Message}");
        }
    }

    private async Task<Uri?> Address()
    {
        var text = await secrets.Find(parameters.PublicUrl, CancellationToken.None);
        if (text is null)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
        {
            return url;
        }

        warn($"The parameter {parameters.PublicUrl} holds no https URL: put the URL of the stack's HTTP API into it. Until then cards have no buttons.");
        return null;
    }

    private async Task<PublicUrlSelfTest> Tester()
    {
        var secret = await secrets.Get(parameters.SigningSecret, CancellationToken.None);
        if (tester is not { } known || known.Secret != secret)
        {
            tester?.Test.Dispose();
            tester = (secret, new PublicUrlSelfTest(new SlackSigningSecret(secret), clock));
        }

        return tester.Value.Test;
    }
}
