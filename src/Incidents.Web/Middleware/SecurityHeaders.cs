using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Middleware;

/// <summary>The headers of every answer, refusals and failures included.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        // Last before the first byte, so that nothing on the way (the form token's writer is one) has its own idea of caching.
        context.Response.OnStarting(() =>
        {
            Add(context.Response.Headers);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Add(IHeaderDictionary headers)
    {
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            // A page that brings one has a narrower one: of the functions'.
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.Remove("Pragma");
        headers.Remove("blazor-enhanced-nav");
        if (!headers.CacheControl.ToString().Contains("immutable", StringComparison.Ordinal))
        {
            headers.CacheControl = "no-store";
        }
    }
}
