using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Incidents.Web.Layout;

/// <summary>Lets a form of the console in: posted by one of our own pages, with the token that page was given.</summary>
internal sealed class FormGuard(IAntiforgery antiforgery) : IEndpointFilter
{
    private const long LargestForm = 256 * 1024;

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!OriginPolicy.Sent(http) || !IsPlainForm(http.Request))
        {
            return Pages.Forbidden();
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LargestForm;
        }

        // Read here first: a form that is too long or broken is then refused as such and not for a missing token.
        await http.Request.ReadFormAsync(http.RequestAborted);
        return await antiforgery.IsRequestValidAsync(http) ? await next(context) : Pages.Forbidden();
    }

    private static bool IsPlainForm(HttpRequest request) =>
        request.ContentType?.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;
}
