using System.Collections.Concurrent;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.Adapters.Tests.Aws;

/// <summary>Any one service of AWS on a free loopback port: remembers what it was sent and answers as told, else with nothing in particular.</summary>
internal sealed class AwsDouble : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly List<AwsClient> clients = [];

    private AwsDouble(WebApplication app) => this.app = app;

    public ConcurrentQueue<Received> Requests { get; } = [];

    public Uri Address => new(app.Urls.First());

    public Queue<Func<HttpContext, Task>> Answers { get; } = [];

    public static async Task<AwsDouble> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var service = new AwsDouble(app);
        app.Run(service.Take);
        await app.StartAsync();
        return service;
    }

    public AwsClient Open(string service, TimeProvider clock, TimeSpan? timeout = null, GetAwsCredentials? credentials = null)
    {
        var endpoint = new AwsEndpoint(new Uri(app.Urls.First()), "eu-west-1", service);
        var client = new AwsClient(endpoint, credentials ?? (() => Task.FromResult(new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", "canary/K7MDENG/bPxRfiCYEXAMPLEKEY", "session-token"))), clock, timeout, 4 * 1024 * 1024);
        clients.Add(client);
        return client;
    }

    public void Answer(int status, string body) => Answers.Enqueue(context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    });

    public async ValueTask DisposeAsync()
    {
        clients.ForEach(client => client.Dispose());
        await app.DisposeAsync();
    }

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        Requests.Enqueue(new Received(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body));
        await (Answers.TryDequeue(out var answer) ? answer(context) : context.Response.WriteAsync("{}"));
    }

    internal sealed record Received(Dictionary<string, string> Headers, string Body)
    {
        /// <summary>The fields of a form.</summary>
        public Dictionary<string, string> Form => Body.Split('&').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
    }
}
