using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.Runtime;
using Incidents.Adapters.DynamoDb.Schema;

namespace Incidents.Adapters.Tests.Store;

/// <summary>The wire between the SDK and the store, with faults by the number of the request of one action.</summary>
internal sealed class FaultyWire : HttpClientFactory
{
    private readonly Dictionary<string, int> requests = [];
    private readonly List<(string Action, int Request, Func<Task<HttpResponseMessage>, Task<HttpResponseMessage>> Fault)> faults = [];

    /// <summary>Requests that were made, by action.</summary>
    public IReadOnlyDictionary<string, int> Requests => requests;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this)) { Timeout = TimeSpan.FromSeconds(30) };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    /// <summary>The store does what is asked, and its answer never arrives.</summary>
    public FaultyWire LoseAnswer(string action, int request = 1)
    {
        faults.Add((action, request, async answer =>
        {
            (await answer).Dispose();
            throw new HttpRequestException("the connection was closed before the answer came");
        }));
        return this;
    }

    /// <summary>The store is not reached: somebody on the way answers.</summary>
    public FaultyWire Answer(string action, HttpStatusCode status, string body, int request = 0)
    {
        faults.Add((action, request, _ => Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.0") })));
        return this;
    }

    public AmazonDynamoDBClient Connect(Uri endpoint)
    {
        var config = DynamoDbClients.Patience();
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = "eu-west-1";
        config.HttpClientFactory = this;
        return new AmazonDynamoDBClient(new BasicAWSCredentials("AKIAPLANTED", "planted-secret-key"), config);
    }

    private sealed class Handler(FaultyWire wire) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var action = request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];
            var number = wire.requests[action] = wire.requests.GetValueOrDefault(action) + 1;
            var fault = wire.faults.Find(f => f.Action == action && f.Request is var n && (n == 0 || n == number)).Fault;
            return fault is null ? base.SendAsync(request, cancellationToken) : fault(base.SendAsync(request, cancellationToken));
        }
    }
}
