using System.Diagnostics;
using Incidents.Adapters.Http;
using Incidents.Application.Slack;
using Incidents.Domain.Incidents;

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
    private readonly OutgoingHttp http;

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
        http = new OutgoingHttp(this.timeouts.Connect, loopback: true);
    }

    /// <inheritdoc />
    public async Task<DeliveryResult> Post(string channel, ReadOnlyMemory<byte> json, CancellationToken cancellation)
    {
        var (webhook, unsent) = await find(channel, cancellation);
        return webhook is null ? unsent! : await Send(webhook.Address, json, timeouts.Post, cancellation);
    }

    /// <inheritdoc />
    public Task<DeliveryResult> Respond(Uri responseUrl, ReadOnlyMemory<byte> json, CancellationToken cancellation) =>
        hosts.IsResponseUrl(responseUrl.OriginalString)
            ? Send(responseUrl, json, timeouts.Respond, cancellation)
            : Task.FromResult<DeliveryResult>(new DeliveryResult.Rejected("foreign_response_url"));

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private static WebhookLookup Look(IReadOnlyDictionary<string, WebhookUrl> webhooks, string channel) =>
        webhooks.TryGetValue(channel, out var webhook) ? WebhookLookup.Found(webhook) : WebhookLookup.None(new DeliveryResult.Rejected("no_webhook_of_that_name"));

    private async Task<DeliveryResult> Send(Uri address, ReadOnlyMemory<byte> json, TimeSpan timeout, CancellationToken cancellation) =>
        await http.Post(address, "application/json; charset=utf-8", json, timeout, cancellation) switch
        {
            Reply.Answered answer => SlackResponses.Classify(answer.Status, answer.RetryAfter, answer.Body),
            Reply.NeverSent => new DeliveryResult.RetryLater(null, "unreachable"),
            Reply.NoAnswer silence => new DeliveryResult.Unknown(silence.Code),
            _ => throw new UnreachableException(),
        };
}
