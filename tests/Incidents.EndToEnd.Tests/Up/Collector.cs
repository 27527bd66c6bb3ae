using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.EndToEnd.Tests.Up;

/// <summary>A collector on a free loopback port that takes traces by OTLP over HTTP, as protocol buffers.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;

    private Collector(WebApplication app) => this.app = app;

    public ConcurrentQueue<Span> Spans { get; } = [];

    public string Address => app.Urls.First();

    public static async Task<Collector> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var collector = new Collector(app);
        app.MapPost("/v1/traces", collector.Take);
        await app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        Assert.Equal("application/x-protobuf", context.Request.ContentType);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);

        // ExportTraceServiceRequest holds resource_spans (1), these scope_spans (2), these spans (2):
        // https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto
        foreach (var span in new ProtocolBuffer(body.ToArray()).All(1).SelectMany(resource => resource.All(2)).SelectMany(scope => scope.All(2)))
        {
            Spans.Enqueue(new Span(
                span.Bytes(1),
                span.Bytes(2),
                span.Bytes(4),
                span.Text(5),
                span.All(9).ToDictionary(attribute => attribute.Text(1), attribute => attribute.All(2).Single().Text(1))));
        }
    }
}

/// <summary>One span as it arrived; ids in hexadecimal.</summary>
internal sealed record Span(string Trace, string Id, string Parent, string Name, IReadOnlyDictionary<string, string> Attributes);
