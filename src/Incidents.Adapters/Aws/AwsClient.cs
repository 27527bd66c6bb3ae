using System.Net.Http.Headers;
using Amazon.Runtime;
using Incidents.Adapters.Http;
using Incidents.Application.Time;

namespace Incidents.Adapters.Aws;

/// <summary>Signed calls to one service of AWS, for services whose SDK package not every feed has.</summary>
/// <remarks>One try each, and one more for a request that certainly never left; the caller knows what else may be repeated. The timeout runs on real time: it guards a socket.</remarks>
public sealed class AwsClient : IDisposable
{
    /// <summary>More than any answer of a service that is asked for one thing, in bytes.</summary>
    public const int UsualAnswer = 256 * 1024;

    private static readonly TimeSpan Connect = TimeSpan.FromSeconds(1);

    private readonly AwsEndpoint endpoint;
    private readonly GetAwsCredentials credentials;
    private readonly TimeProvider clock;
    private readonly TimeSpan timeout;
    private readonly HttpClient http;

    /// <param name="clock">The time that is signed. AWS takes five minutes off, not more.</param>
    /// <param name="timeout">Of one call, from the name of the host to the end of the answer; null for 2 seconds.</param>
    /// <param name="largestAnswer">In bytes; what is larger counts as no answer.</param>
    public AwsClient(AwsEndpoint endpoint, GetAwsCredentials credentials, TimeProvider clock, TimeSpan? timeout = null, int largestAnswer = UsualAnswer)
    {
        this.endpoint = endpoint;
        this.credentials = credentials;
        this.clock = clock;
        this.timeout = timeout ?? TimeSpan.FromSeconds(2);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = Connect,

            // A frozen function thaws with dead connections in the pool.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
        })
        {
            MaxResponseContentBufferSize = largestAnswer,
            Timeout = Timeout.InfiniteTimeSpan,
        };
    }

    /// <returns>The body of the answer.</returns>
    /// <exception cref="AwsCallException">It failed, or took too long.</exception>
    public async Task<byte[]> Send(AwsCall call, CancellationToken cancellation) => (await Ask(call, cancellation)).Body;

    /// <summary>The same, and at once a second time where the failure may pass: for what may be done twice.</summary>
    /// <returns>The body of the answer.</returns>
    /// <exception cref="AwsCallException">It failed, or took too long.</exception>
    public async Task<byte[]> SendTwice(AwsCall call, CancellationToken cancellation)
    {
        try
        {
            return await Send(call, cancellation);
        }
        catch (AwsCallException failure) when (failure.MayPass)
        {
            return await Send(call, cancellation);
        }
    }

    /// <summary>The same, for services that say something in their headers too.</summary>
    /// <exception cref="AwsCallException">It failed, or took too long.</exception>
    public async Task<AwsAnswer> Ask(AwsCall call, CancellationToken cancellation)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(timeout);
        try
        {
            var signer = await credentials().WaitAsync(limit.Token);
            return await Unsent.OnceMore.ExecuteAsync(
                async token =>
                {
                    using var request = Compose(call);
                    AwsSignature.Sign(request, call.Body, endpoint, signer, clock.Now());
                    using var response = await http.SendAsync(request, token);
                    var body = await response.Content.ReadAsByteArrayAsync(token);
                    return response.IsSuccessStatusCode ? new AwsAnswer(body, response.Headers) : throw AwsErrors.Read(response, body);
                },
                limit.Token);
        }
        catch (Exception unsent) when (Unsent.Is(unsent))
        {
            throw new AwsCallException("unreachable", mayPass: true, unsent);
        }
        catch (HttpRequestException lost)
        {
            throw new AwsCallException("no_answer", mayPass: true, lost);
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new AwsCallException("no_answer", mayPass: true, late);
        }
        catch (AmazonClientException none)
        {
            throw new AwsCallException("no_credentials", mayPass: false, none);
        }
    }

    /// <inheritdoc />
    public void Dispose() => http.Dispose();

    private HttpRequestMessage Compose(AwsCall call)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(endpoint.Address.AbsoluteUri.TrimEnd('/') + call.Path));
        if (call.Method != HttpMethod.Get)
        {
            request.Content = new ByteArrayContent(call.Body);
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(call.ContentType);
        }

        if (call.Target is not null)
        {
            request.Headers.Add("X-Amz-Target", call.Target);
        }

        return request;
    }
}
