using System.Net.Http.Headers;
using Incidents.Adapters.Http;
using Incidents.Application.Slack;

namespace Incidents.Adapters.Slack;

/// <summary>Posts to incoming webhooks and response URLs.</summary>
/// <remarks>
/// Every failure is an answer; nothing is thrown but the caller's own cancellation. Addresses hold the right to post, so neither they nor
/// exception texts go into an answer. The timeouts run on real time: they guard a socket.
/// </remarks>
public sealed class SlackWebhookClient : ISlackWebhook, IDisposable
{
    private readonly FindWebhook find;
    private readonly SlackHosts hosts;
    private readonly SlackTimeouts timeouts;
    private readonly HttpMessageInvoker http;

    /// <summary>Makes a client for webhooks that are given.</summary>
    /// <param name="webhooks">Addresses by the name the configuration gives them.</param>
    /// <param name="hosts">Where answers to clicks may go.</param>
    /// <param name="timeouts">Null for the defaults.</param>
    public SlackWebhookClient(IReadOnlyDictionary<string, WebhookUrl> webhooks, SlackHosts hosts, SlackTimeouts? timeouts = null)
        : this((channel, _) => ValueTask.FromResult(Look(webhooks, channel)), hosts, timeouts)
    {
    }

    /// <summary>Makes a client that learns each address when there is something to send.</summary>
    /// <param name="find">Asked before every message.</param>
    /// <param name="hosts">Where answers to clicks may go.</param>
    /// <param name="timeouts">Null for the defaults.</param>
    public SlackWebhookClient(FindWebhook find, SlackHosts hosts, SlackTimeouts? timeouts = null)
    {
        this.find = find;
        this.hosts = hosts;
        this.timeouts = timeouts ?? SlackTimeouts.Default;
        http = new HttpMessageInvoker(GuardedHandler.Create(this.timeouts.Connect));
    }

    /// <inheritdoc />
    public async Task<SlackAnswer> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var (webhook, unsent) = await find(channel, cancellation);
        return webhook is null ? unsent! : await Send(webhook.Address, json, timeouts.Post, cancellation);
    }

    /// <inheritdoc />
    public Task<SlackAnswer> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        hosts.IsResponseUrl(responseUrl.OriginalString)
            ? Send(responseUrl, json, timeouts.Respond, cancellation)
            : Task.FromResult<SlackAnswer>(new SlackAnswer.Rejected("foreign_response_url"));

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private static WebhookLookup Look(IReadOnlyDictionary<string, WebhookUrl> webhooks, string channel) =>
        webhooks.TryGetValue(channel, out var webhook) ? WebhookLookup.Found(webhook) : WebhookLookup.None(new SlackAnswer.Rejected("no_webhook_of_that_name"));

    private async Task<SlackAnswer> Send(Uri address, ReadOnlyMemory<byte> json, TimeSpan timeout, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(json) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            var retryAfter = response.Headers.TryGetValues("Retry-After", out var values) ? values.First() : null;
            return SlackAnswers.Classify((int)response.StatusCode, retryAfter, await BodyStart.Read(response.Content, limit.Token));
        }
        catch (Exception error) when (WasNeverSent(error))
        {
            return new SlackAnswer.RetryLater(null, "unreachable");
        }
        catch (HttpRequestException)
        {
            return new SlackAnswer.Unknown("connection_lost");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new SlackAnswer.Unknown("timeout");
        }
    }

    private static bool WasNeverSent(Exception error) => error switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError } => true,
        OperationCanceledException { InnerException: TimeoutException } => true,
        _ => false,
    };
}
