using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Incidents.Adapters.Http;
using Incidents.Application.Slack.Inbound;
using Incidents.Application.Time;
using NodaTime;

namespace Incidents.Adapters.Slack.Reach;

/// <summary>
/// Finds out whether a button could work: sends to the public address what Slack would send, correctly signed, of a kind that changes
/// nothing. Only this product, with this secret, answers that with 200 and nothing else.
/// </summary>
/// <remarks>
/// May be asked before every message: a yes is remembered for ten minutes, a no for one. Private addresses are not called: Slack could not
/// either. The timeout runs on real time: it guards a socket.
/// </remarks>
public sealed class PublicUrlSelfTest : IDisposable
{
    /// <summary>The type of the interaction, in no use by Slack.</summary>
    public const string InteractionType = "incidents_self_test";

    private const string Path = "slack/interactions";

    private static readonly byte[] Form = Encoding.ASCII.GetBytes("payload=" + Uri.EscapeDataString($$"""{"type":"{{InteractionType}}"}"""));
    private static readonly TimeSpan Connect = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Answer = TimeSpan.FromSeconds(5);

    // Between invocations a function is frozen, with whatever it is just asking. That this gets no answer says nothing of the address.
    private static readonly Duration WasAsleep = Duration.FromSeconds(10);

    private static readonly Duration RememberYes = Duration.FromMinutes(10);
    private static readonly Duration RememberNo = Duration.FromMinutes(1);

    private readonly SlackSigningSecret secret;
    private readonly TimeProvider clock;
    private readonly HttpMessageInvoker http;
    private Verdict? last;

    /// <summary>Makes one that signs as Slack does with <paramref name="secret"/>.</summary>
    public PublicUrlSelfTest(SlackSigningSecret secret, TimeProvider clock)
        : this(GuardedHandler.Create(Connect), secret, clock)
    {
    }

    internal PublicUrlSelfTest(HttpMessageHandler handler, SlackSigningSecret secret, TimeProvider clock)
    {
        this.secret = secret;
        this.clock = clock;
        http = new HttpMessageInvoker(handler);
    }

    /// <summary>Whether Slack's interactions reach this product at <paramref name="publicUrl"/>. Takes five seconds at most.</summary>
    /// <param name="publicUrl">The address the Slack app's request URL begins with.</param>
    public async Task<bool> Answers(Uri publicUrl, CancellationToken cancellation)
    {
        if (Volatile.Read(ref last) is { } known && known.Url == publicUrl && clock.Now() < known.Until)
        {
            return known.Answered;
        }

        var asked = clock.Now();
        var answered = await Ask(publicUrl, cancellation);
        if (!answered && clock.Now() - asked > WasAsleep)
        {
            answered = await Ask(publicUrl, cancellation);
        }

        Volatile.Write(ref last, new Verdict(publicUrl, answered, clock.Now() + (answered ? RememberYes : RememberNo)));
        return answered;
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private async Task<bool> Ask(Uri publicUrl, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Answer);
        try
        {
            using var request = Compose(new Uri(new Uri(publicUrl.AbsoluteUri.TrimEnd('/') + "/"), Path));
            using var response = await http.SendAsync(request, limit.Token);
            return response.StatusCode == HttpStatusCode.OK && await BodyStart.Read(response.Content, limit.Token) is "";
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    private HttpRequestMessage Compose(Uri endpoint)
    {
        var timestamp = clock.Machine().Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(Form) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, secret.HeaderFor(timestamp, Form));
        return request;
    }

    private sealed record Verdict(Uri Url, bool Answered, Instant Until);
}
