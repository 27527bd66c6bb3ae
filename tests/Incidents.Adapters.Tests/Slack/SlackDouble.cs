using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.Adapters.Tests.Slack;

/// <summary>A Slack that answers as it is told, on a free loopback port.</summary>
internal sealed class SlackDouble : IAsyncDisposable
{
    private readonly WebApplication app;

    private SlackDouble(WebApplication app) => this.app = app;

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("ok");

    public ConcurrentQueue<Received> Requests { get; } = [];

    public Uri Origin => new(app.Urls.First());

    public static async Task<SlackDouble> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var slack = new SlackDouble(app);
        app.Run(slack.Take);
        await app.StartAsync();
        return slack;
    }

    public void AnswerWith(int status, string body, string contentType = "text/html", string? retryAfter = null) => Answer = context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        context.Response.Headers.RetryAfter = retryAfter;
        return context.Response.WriteAsync(body);
    };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task Take(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        Requests.Enqueue(new Received(context.Request.Method, context.Request.Path, context.Request.ContentType, body.ToArray()));
        await Answer(context);
    }

    internal sealed record Received(string Method, string Path, string? ContentType, byte[] Bytes)
    {
        public string Body => Encoding.UTF8.GetString(Bytes);
    }
}
