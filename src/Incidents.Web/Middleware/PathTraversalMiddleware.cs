using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Incidents.Web.Middleware;

/// <summary>
/// Servers quietly walk up where an address says `..`, so that `/%2e%2e/` would show the list. No page of ours is called that way:
/// such an address leads nowhere.
/// </summary>
internal static class PathTraversalMiddleware
{
    private const string EncodedDot = "%2e";

    public static void UsePlainPaths(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsPlain(context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? ""))
        {
            context.SetEndpoint(endpoint: null);
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return next(context);
    });

    private static bool IsPlain(string target)
    {
        var path = target.Split('?')[0];
        return !path.Contains(EncodedDot, StringComparison.OrdinalIgnoreCase) && !path.Split('/').Any(segment => segment is "." or "..");
    }
}
