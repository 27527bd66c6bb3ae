using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.Benchmarks;

/// <summary>A fake Slack webhook that records when each page arrives.</summary>
internal sealed class SlackReceiver(WebApplication app, TimeProvider clock) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<long>> arrivals = new();

    private int messages;

    /// <summary>How many messages came so far.</summary>
    public int Messages => Volatile.Read(ref messages);

    public Uri Webhook => new(app.Urls.First() + "/hook");

    public static async Task<SlackReceiver> Start(TimeProvider clock, CancellationToken cancellation)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slackReceiver = new SlackReceiver(app, clock);
        app.MapPost("/hook", slackReceiver.Take);
        await app.StartAsync(cancellation);
        return slackReceiver;
    }

    /// <summary>The timestamp at which the page about an alarm of that name arrives.</summary>
    public Task<long> ArrivalOf(string alarm) => Of(alarm).Task;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<string> Take(HttpRequest request)
    {
        var at = clock.GetTimestamp();
        Interlocked.Increment(ref messages);
        using var message = await JsonDocument.ParseAsync(request.Body);
        var text = message.RootElement.GetProperty("text").GetString()!;
        var from = text.IndexOf("bench-", StringComparison.Ordinal);
        Of(text.Substring(from, BenchmarkConfiguration.Name(0).Length)).TrySetResult(at);
        return "ok";
    }

    private TaskCompletionSource<long> Of(string service) => arrivals.GetOrAdd(service, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
}
