using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Incidents.Adapters.Aws;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.Functions.Tests.Deployments;

/// <summary>Lambda and CodeDeploy on one loopback port, each answering as told.</summary>
internal sealed class DeployingAws : IAsyncDisposable
{
    private readonly WebApplication app;

    private DeployingAws(WebApplication app) => this.app = app;

    /// <summary>What is done with an invocation, by the function's name.</summary>
    public Func<string, string, Task<Answer>> Invoke { get; set; } = (_, _) => Task.FromResult(new Answer("null"));

    /// <summary>What CodeDeploy answers, one after the other; then it takes everything.</summary>
    public Queue<Answer> Deploys { get; } = [];

    /// <summary>`prod-Tick:17`, in the order they came.</summary>
    public ConcurrentQueue<string> Invoked { get; } = [];

    /// <summary>What CodeDeploy was told, whatever it answered.</summary>
    public ConcurrentQueue<JsonNode> Told { get; } = [];

    public static async Task<DeployingAws> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var aws = new DeployingAws(app);
        app.Run(aws.Take);
        await app.StartAsync();
        return aws;
    }

    public AwsClient Open(AwsEndpoint endpoint, TimeSpan? timeout, int largestAnswer) => new(
        endpoint with { Address = new Uri(app.Urls.First()) },
        () => Task.FromResult(new ImmutableCredentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI", token: null)),
        TimeProvider.System,
        timeout,
        largestAnswer);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var answer = (context.Request.Headers["X-Amz-Target"].ToString(), context.Request.Path.Value!.Split('/')) switch
        {
            ("CodeDeploy_20141006.PutLifecycleEventHookExecutionStatus", ["", ""]) => Tell(JsonNode.Parse(body)!),
            ("", ["", "2015-03-31", "functions", var function, "invocations"]) => await Run(function, context.Request.Query["Qualifier"]!, body),
            var unknown => throw new NotSupportedException(unknown.ToString()),
        };
        context.Response.StatusCode = answer.Status;
        if (answer.FunctionError is not null)
        {
            context.Response.Headers["X-Amz-Function-Error"] = answer.FunctionError;
        }

        await context.Response.WriteAsync(answer.Body);
    }

    private Answer Tell(JsonNode report)
    {
        Told.Enqueue(report);
        return Deploys.TryDequeue(out var answer) ? answer : new Answer("{}");
    }

    private Task<Answer> Run(string function, string? version, string payload)
    {
        Invoked.Enqueue($"{function}:{version}");
        return Invoke(function, payload);
    }

    internal sealed record Answer(string Body, int Status = 200, string? FunctionError = null);
}
