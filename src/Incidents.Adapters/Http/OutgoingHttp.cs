using System.Net.Http.Headers;

namespace Incidents.Adapters.Http;

/// <summary>Posts to addresses that users configured. Every failure is a value; nothing is thrown but the caller's own cancellation.</summary>
/// <remarks>The timeouts run on real time: they guard a socket.</remarks>
internal sealed class OutgoingHttp : IDisposable
{
    private readonly HttpMessageInvoker http;

    /// <param name="connect">For DNS, TCP and TLS together; below the limit of a post, so that "never sent" can be told from "no answer".</param>
    /// <param name="loopback">Whether an address may name this machine.</param>
    public OutgoingHttp(TimeSpan connect, bool loopback) => http = new HttpMessageInvoker(GuardedHandler.Create(connect, loopback));

    /// <summary>Posts once, and once more when the first try certainly never left.</summary>
    /// <param name="limit">For both together, from the first name looked up to the end of the answer.</param>
    public async Task<Reply> Post(Uri address, string contentType, ReadOnlyMemory<byte> body, TimeSpan limit, CancellationToken cancellation, params IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            return await Unsent.OnceMore.ExecuteAsync(
                async token =>
                {
                    using var request = Compose(address, contentType, body, headers);
                    using var response = await http.SendAsync(request, token);
                    var retryAfter = response.Headers.TryGetValues("Retry-After", out var values) ? values.First() : null;
                    return (Reply)new Reply.Answered((int)response.StatusCode, retryAfter, await BodyStart.Read(response.Content, token));
                },
                time.Token);
        }
        catch (Exception error) when (Unsent.Is(error))
        {
            return new Reply.NeverSent();
        }
        catch (HttpRequestException)
        {
            return new Reply.NoAnswer("connection_lost");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Reply.NoAnswer("timeout");
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private static HttpRequestMessage Compose(Uri address, string contentType, ReadOnlyMemory<byte> body, IReadOnlyList<KeyValuePair<string, string>> headers)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return request;
    }
}
