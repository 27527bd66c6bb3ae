using Incidents.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Middleware;

/// <summary>Stands before everything: lets a request in by a name of ours alone, and to the routes that <see cref="RouteTable"/> has for that name.</summary>
/// <remarks>
/// A page whose name was made to resolve to this machine sends its own name as Host, and is misdirected (421). What came through a tunnel or
/// proxy came from outside, whatever Host that wrote; the values of its headers are believed in nothing.
/// </remarks>
internal sealed class HostGate(RequestDelegate next, WebSettings settings)
{
    private const int HttpPort = 80;

    private static readonly HashSet<string> Forwarding = new(StringComparer.OrdinalIgnoreCase)
    {
        "Forwarded", "Via", "X-Real-IP", "X-Client-IP", "X-Cluster-Client-IP", "X-Original-Host", "X-Original-For", "True-Client-IP",
        "CF-Connecting-IP", "CF-Ray", "CF-Visitor", "CDN-Loop", "Fastly-Client-IP", "Fly-Client-IP", "X-Envoy-External-Address",
        "Tailscale-User-Login", "X-Azure-ClientIP", "X-Amzn-Trace-Id",
    };

    private static readonly object PublicMark = new();

    public static void Use(IApplicationBuilder app) => app.UseMiddleware<HostGate>();

    /// <summary>Whether a request came from outside this machine, as far as can be told.</summary>
    public static bool IsPublic(HttpContext context) => context.Items.ContainsKey(PublicMark);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        var listener = RouteTable.Of(request.Path);
        var isLoopback = IsLoopback(request.Host, context.Connection);
        if (!isLoopback && !IsPublicHost(request) && listener != Listener.AnyHost)
        {
            return Misdirected(context);
        }

        if (!isLoopback || IsForwarded(request.Headers))
        {
            context.Items[PublicMark] = true;
            if (listener == Listener.Loopback)
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
        }

        return next(context);
    }

    private static bool IsLoopback(HostString host, ConnectionInfo connection) =>
        (host.Port ?? HttpPort) == connection.LocalPort && OriginPolicy.LoopbackNames.Contains(host.Host, StringComparer.OrdinalIgnoreCase);

    private bool IsPublicHost(HttpRequest request) => settings.PublicUrl is { } url
        && string.Equals(request.Host.Host, url.Host, StringComparison.OrdinalIgnoreCase)
        && (request.Host.Port is null ? url.IsDefaultPort : request.Host.Port == url.Port);

    private static bool IsForwarded(IHeaderDictionary headers) =>
        headers.Keys.Any(name => Forwarding.Contains(name) || name.StartsWith("X-Forwarded", StringComparison.OrdinalIgnoreCase));

    private static Task Misdirected(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            $"Nothing answers by this name. On this machine: http://127.0.0.1:{context.Connection.LocalPort}; for another name see INCIDENTS_PUBLIC_URL.\n");
    }
}
