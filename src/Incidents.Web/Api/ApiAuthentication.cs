using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Incidents.Web.Api;

/// <summary>Stands before everything under `/api`, so that a caller without the token cannot even learn which routes exist.</summary>
internal sealed class ApiAuthentication(RequestDelegate next, BearerToken token)
{
    /// <summary>The path all of the API is under.</summary>
    public const string Path = "/api";

    private static readonly ApiProblem NotJson = new(
        403, "Send the body as Content-Type: application/json.", "Types that forms can have are refused, for any page in a browser can send those.");

    public static void Use(IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path), api => api.UseMiddleware<ApiAuthentication>());

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsOptions(request.Method) || !OriginPolicy.SentOrNone(context))
        {
            return new ApiProblem(403, "Pages of other origins may not use this API.").ExecuteAsync(context);
        }

        if (!token.IsSent(request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return new ApiProblem(401, "Send the API token: Authorization: Bearer <token>.").ExecuteAsync(context);
        }

        return HasBody(request) && !IsJson(request.ContentType) ? NotJson.ExecuteAsync(context) : next(context);
    }

    private static bool HasBody(HttpRequest request) => request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;

    private static bool IsJson(string? type) => type?.Split(';')[0].Trim() is { } media
        && (media.Equals("application/json", StringComparison.OrdinalIgnoreCase) || media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
}
