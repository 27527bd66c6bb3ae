using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Incidents.EndToEnd.Tests.Stacks;

/// <summary>STS on a free loopback port: says of every caller that it is the one a test names.</summary>
internal sealed class StsDouble : IAsyncDisposable
{
    private readonly WebApplication app;

    private StsDouble(WebApplication app) => this.app = app;

    public Uri Address => new(app.Urls.First());

    /// <summary>Whom it names; null refuses the credentials.</summary>
    public string? Caller { get; set; } = "arn:aws:iam::123456789012:user/ada.lovelace";

    public static async Task<StsDouble> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        var sts = new StsDouble(app);
        app.Run(sts.Answer);
        await app.StartAsync();
        return sts;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private Task Answer(HttpContext context)
    {
        context.Response.StatusCode = Caller is null ? 403 : 200;
        return context.Response.WriteAsync(Caller is null
            ? "<ErrorResponse><Error><Code>ExpiredToken</Code></Error></ErrorResponse>"
            : $"<GetCallerIdentityResponse><GetCallerIdentityResult><Arn>{Caller}</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>");
    }
}
