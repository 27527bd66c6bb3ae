using Incidents.Adapters.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.Adapters.Tests.Aws;

/// <summary>A host of certificates on a free loopback port, which stands in for every address asked for.</summary>
internal sealed class CertificateHost : IAsyncDisposable
{
    private readonly WebApplication app;

    private CertificateHost(WebApplication app) => this.app = app;

    public Func<HttpContext, Task> Answer { get; set; } = context => context.Response.WriteAsync("no certificate");

    public int Requests { get; private set; }

    public Uri Origin => new(app.Urls.First());

    public static async Task<CertificateHost> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var host = new CertificateHost(app);
        app.Run(context =>
        {
            host.Requests++;
            return host.Answer(context);
        });
        await app.StartAsync();
        return host;
    }

    public void Serve(string pem) => Answer = context => context.Response.WriteAsync(pem);

    /// <summary>The handler used in production, led to this host.</summary>
    public HttpMessageHandler Handler() => new Detour(Origin) { InnerHandler = GuardedHandler.Create(TimeSpan.FromSeconds(2)) };

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private sealed class Detour(Uri origin) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.RequestUri = new Uri(origin, request.RequestUri!.AbsolutePath);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
