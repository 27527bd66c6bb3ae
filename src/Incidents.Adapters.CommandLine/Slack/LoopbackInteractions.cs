using System.Net.Http.Headers;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Inbound;

namespace Incidents.Adapters.CommandLine.Slack;

/// <summary>Carries presses of the local preview to this very machine, over HTTP like Slack's own.</summary>
public sealed class LoopbackInteractions : IDisposable
{
    // What Slack waits before it tells the clicker that the app did not respond.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false });

    /// <inheritdoc cref="DeliverInteraction" />
    /// <exception cref="ArgumentException">The endpoint is not on loopback.</exception>
    public async Task<int?> Deliver(Uri endpoint, ReadOnlyMemory<byte> form, string timestamp, string signature, CancellationToken cancellation)
    {
        if (!endpoint.IsLoopback)
        {
            throw new ArgumentException("Presses of the preview go to this machine only.", nameof(endpoint));
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ReadOnlyMemoryContent(form) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
        request.Headers.Add(SlackSignature.TimestampHeader, timestamp);
        request.Headers.Add(SlackSignature.SignatureHeader, signature);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(Patience);
        try
        {
            using var response = await http.SendAsync(request, limit.Token);
            return (int)response.StatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException or OperationCanceledException && !cancellation.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();
}
