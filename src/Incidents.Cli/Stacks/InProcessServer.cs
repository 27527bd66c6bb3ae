using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Incidents.Cli.Stacks;

/// <summary>A server that listens nowhere: requests come from this process, and no socket is opened for them.</summary>
internal sealed class InProcessServer : HttpMessageHandler, IServer
{
    private Func<IFeatureCollection, Task>? answer;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        answer = async features =>
        {
            var context = application.CreateContext(features);
            Exception? failure = null;
            try
            {
                await application.ProcessRequestAsync(context);
            }
            catch (Exception thrown)
            {
                failure = thrown;
                throw;
            }
            finally
            {
                application.DisposeContext(context, failure);
            }
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>A request that has begun runs to its end, even when the command is cancelled: no other process would finish it.</summary>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var asked = new MemoryStream();
        if (request.Content is { } content)
        {
            await content.CopyToAsync(asked, cancellationToken);
            asked.Position = 0;
        }

        IHeaderDictionary headers = new HeaderDictionary();
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
        {
            headers[name] = values.ToArray();
        }

        using var body = new MemoryStream();
        var address = request.RequestUri!;
        var response = new HttpResponseFeature();
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(new HttpRequestFeature
        {
            Protocol = "HTTP/1.1",
            Scheme = address.Scheme,
            Method = request.Method.Method,
            Path = Uri.UnescapeDataString(address.AbsolutePath),
            QueryString = address.Query,
            RawTarget = address.PathAndQuery,
            Headers = headers,
            Body = asked,
        });
        features.Set<IHttpResponseFeature>(response);
        features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(body));
        headers.Host = address.Authority;
        headers.ContentLength = asked.Length;
        await answer!(features);
        await features.Get<IHttpResponseBodyFeature>()!.CompleteAsync();

        var answered = new HttpResponseMessage((System.Net.HttpStatusCode)response.StatusCode) { Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in response.Headers)
        {
            if (!answered.Headers.TryAddWithoutValidation(name, values.ToArray()))
            {
                answered.Content.Headers.TryAddWithoutValidation(name, values.ToArray());
            }
        }

        return answered;
    }
}
