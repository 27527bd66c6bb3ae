using System.Net;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Middleware;

/// <summary>Whether a request comes from a page of ours.</summary>
/// <remarks>
/// The Host header has no say: a page whose name was made to resolve to this machine sends its own. What counts is loopback at the port
/// the connection came in on; by the public address neither console nor API is served.
/// </remarks>
internal static class OriginPolicy
{
    private const string FetchSite = "Sec-Fetch-Site";

    /// <summary>The names this machine has for itself.</summary>
    internal static readonly string[] LoopbackNames = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>For forms: browsers name the origin of every POST, so one that names none is no form of ours.</summary>
    public static bool Sent(HttpContext context) => context.Request.Headers.Origin is [{ } origin] && IsOwn(origin, context.Connection) && IsSameSite(context);

    /// <summary>For the API, which programs call too: none is fine, a foreign one is not.</summary>
    public static bool SentOrNone(HttpContext context) =>
        (context.Request.Headers.Origin.Count == 0 || Sent(context)) && IsSameSite(context);

    private static bool IsSameSite(HttpContext context) =>
        context.Request.Headers[FetchSite] is [] or ["same-origin"] or ["none"];

    private static bool IsOwn(string origin, ConnectionInfo connection)
    {
        if (connection.LocalIpAddress is not { } local || !IPAddress.IsLoopback(local))
        {
            return false;
        }

        return LoopbackNames.Any(host => origin == new UriBuilder("http", host, connection.LocalPort).Uri.GetLeftPart(UriPartial.Authority));
    }
}
