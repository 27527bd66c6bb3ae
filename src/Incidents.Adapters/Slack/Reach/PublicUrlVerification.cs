using Incidents.Adapters.Aws;
using Incidents.Adapters.Slack.Parameters;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Store;
using Incidents.Application.Time;

namespace Incidents.Adapters.Slack.Reach;

/// <summary>What cards and links can lead to, by the address in Parameter Store and by what the store says of it. Only <see cref="Prove"/> asks the address itself.</summary>
/// <param name="stack">Name of the stack, in every button.</param>
/// <param name="known">What the store said last; null before it said anything.</param>
/// <param name="warn">Takes a line for the stack's log. It holds no secret.</param>
public sealed class PublicUrlVerification(string stack, CachedSecrets secrets, SlackParameters parameters, Func<PublicUrlProof?> known, TimeProvider clock, Action<string> warn) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private volatile bool believed;
    private string? warned;
    private (string Secret, PublicUrlSelfTest Test)? tester;

    /// <summary>As far as is known now. An address of which nothing is known has no buttons: one that does nothing costs a night.</summary>
    public CardLinks Current => new(stack, Address() is { } url && Works(url) == true ? url : null, ServesConsole: false) { Commands = HostCommands.OfStack(stack) };

    /// <summary>Waits until the address is read, in the call that has the webhook too, or no longer than a page may wait for its buttons.</summary>
    public async Task Settle(TimeSpan patience, CancellationToken cancellation)
    {
        try
        {
            await secrets.Find(parameters.Settings, cancellation).AsTask().WaitAsync(patience, clock, cancellation);
        }
        catch (TimeoutException)
        {
            // The card says how to acknowledge without a button.
        }
        catch (SecretUnavailableException unavailable)
        {
            warn($"Cards have no buttons for now. {unavailable.Message}");
        }
    }

    /// <summary>Where people reach this installation, unless it is known that they do not: a link that may not work is better than none.</summary>
    public async ValueTask<Uri?> PublicAddress(CancellationToken cancellation)
    {
        await Settle(Patience, cancellation);
        return Address() is { } url && Works(url) != false ? url : null;
    }

    /// <summary>Takes the address as proved from now on: a request has come by it.</summary>
    public void Believe() => believed = true;

    /// <summary>Asks the address whether it answers, unless that is known well enough. Takes some seconds: no page waits for this.</summary>
    /// <returns>What there is to note; null when nothing is new.</returns>
    public async Task<PublicUrlProof?> Prove(CancellationToken cancellation)
    {
        await Settle(Patience, cancellation);
        var (now, before) = (clock.Now(), known());
        if (Address() is not { } url)
        {
            return null;
        }

        var said = before is not null && now - before.At < PublicUrlProof.Renewed ? before.Says(url, now) : null;
        if (said == true)
        {
            return null;
        }

        try
        {
            var answers = await (await Tester(cancellation)).Answers(url, cancellation);
            return answers == said ? null : new PublicUrlProof(url, answers, now);
        }
        catch (SecretUnavailableException unavailable)
        {
            warn($"Cards have no buttons for now. {unavailable.Message}");
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => tester?.Test.Dispose();

    private bool? Works(Uri url) => believed ? true : known()?.Says(url, clock.Now());

    private Uri? Address()
    {
        var text = StackSettings.Read(secrets.Known(parameters.Settings))?.PublicUrl;
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme == Uri.UriSchemeHttps)
        {
            return url;
        }

        if (Interlocked.Exchange(ref warned, text) != text)
        {
            warn($"The parameter {parameters.Settings} holds no https URL as publicUrl: deploy the stack again, which writes it. Until then cards have no buttons.");
        }

        return null;
    }

    private async Task<PublicUrlSelfTest> Tester(CancellationToken cancellation)
    {
        var secret = await secrets.Get(parameters.SigningSecret, cancellation);
        if (tester is not { } same || same.Secret != secret)
        {
            tester?.Test.Dispose();
            tester = (secret, new PublicUrlSelfTest(new SlackSigningSecret(secret), clock));
        }

        return tester.Value.Test;
    }
}
