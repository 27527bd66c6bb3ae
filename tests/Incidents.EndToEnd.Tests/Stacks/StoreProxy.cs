using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.EndToEnd.Tests.Stacks;

/// <summary>Stands before a store on a free loopback port, hands everything on, and remembers what was asked.</summary>
internal sealed class StoreProxy : IAsyncDisposable
{
    private const string Target = "X-Amz-Target";

    private readonly WebApplication app;
    private readonly HttpClient http;

    private StoreProxy(WebApplication app, Uri store) => (this.app, http) = (app, new HttpClient { BaseAddress = store });

    public Uri Address => new(app.Urls.First());

    /// <summary>As policies call them; a transaction is asked for as the updates it is made of.</summary>
    public ConcurrentBag<string> Actions { get; } = [];

    public static async Task<StoreProxy> Start(Uri store)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var proxy = new StoreProxy(app, store);
        app.Run(proxy.HandOn);
        await app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task HandOn(HttpContext context)
    {
        var action = context.Request.Headers[Target].ToString().Split('.')[^1];
        Actions.Add($"dynamodb:{(action == "TransactWriteItems" ? "UpdateItem" : action)}");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StreamContent(context.Request.Body) };
        foreach (var (name, value) in context.Request.Headers.Where(header => header.Key != "Host"))
        {
            if (!request.Headers.TryAddWithoutValidation(name, value.ToArray()))
            {
                request.Content.Headers.TryAddWithoutValidation(name, value.ToArray());
            }
        }

        using var answer = await http.SendAsync(request);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        await answer.Content.CopyToAsync(context.Response.Body);
    }
}
