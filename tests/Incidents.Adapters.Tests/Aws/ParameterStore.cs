using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.Adapters.Tests.Aws;

/// <summary>A Parameter Store on a free loopback port. It takes every signature; that the arithmetic is right is tested by AWS's own examples.</summary>
internal sealed class ParameterStore : IAsyncDisposable
{
    public const string AccessKey = "AKIAIOSFODNN7EXAMPLE";
    public const string SecretKey = "canary/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private readonly WebApplication app;
    private AwsClient? client;

    private ParameterStore(WebApplication app) => this.app = app;

    public Dictionary<string, string> Stored { get; } = [];

    public ConcurrentQueue<Received> Requests { get; } = [];

    /// <summary>Answers of the next requests, in place of its own.</summary>
    public Queue<Func<HttpContext, Task>> Instead { get; } = [];

    public static async Task<ParameterStore> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var store = new ParameterStore(app);
        app.Run(store.Take);
        await app.StartAsync();
        return store;
    }

    public SsmParameters Open(TimeProvider clock, TimeSpan? timeout = null)
    {
        var endpoint = new AwsEndpoint(new Uri(app.Urls.First()), "eu-west-1", "ssm");
        client = new AwsClient(endpoint, () => Task.FromResult(new ImmutableCredentials(AccessKey, SecretKey, "session-token")), clock, timeout);
        return new SsmParameters(client);
    }

    public async ValueTask DisposeAsync()
    {
        client?.Dispose();
        await app.DisposeAsync();
    }

    public static Func<HttpContext, Task> Error(int status, string body) => context =>
    {
        context.Response.StatusCode = status;
        return context.Response.WriteAsync(body);
    };

    private async Task Take(HttpContext context)
    {
        var body = await JsonNode.ParseAsync(context.Request.Body);
        Requests.Enqueue(new Received(context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase), body!));
        await (Instead.TryDequeue(out var instead) ? instead(context) : Answer(context, [.. body!["Names"]!.AsArray().Select(n => n!.GetValue<string>())]));
    }

    private Task Answer(HttpContext context, List<string> names) => context.Response.WriteAsync(new JsonObject
    {
        ["InvalidParameters"] = new JsonArray([.. names.Where(n => !Stored.ContainsKey(n)).Select(n => JsonValue.Create(n))]),
        ["Parameters"] = new JsonArray([.. names.Where(Stored.ContainsKey).Select(n => new JsonObject
        {
            ["ARN"] = $"arn:aws:ssm:eu-west-1:123456789012:parameter{n}",
            ["DataType"] = "text",
            ["Name"] = n,
            ["Type"] = "SecureString",
            ["Value"] = Stored[n],
            ["Version"] = 1,
        })]),
    }.ToJsonString());

    internal sealed record Received(Dictionary<string, string> Headers, JsonNode Body);
}
