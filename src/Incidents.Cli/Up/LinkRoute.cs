using System.Net;
using Incidents.Application.LinkPages;
using Incidents.Application.Links;
using Incidents.Functions;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Cli.Up;

/// <summary>HTTP in front of the function that opens links, in the form API Gateway gives it. In AWS the throttle of the stage is the limit; here it is <see cref="WrongTokens"/>.</summary>
internal static class LinkRoute
{
    public static void MapLinks(this IEndpointRouteBuilder routes) => routes.Map($"/{ResponderLinks.Path}/{{token}}", Open);

    private static async Task Open(HttpContext context, string token, OpenPageLinkFunction function, WrongTokens wrong, WebSettings settings, CancellationToken cancellation)
    {
        var request = context.Request;
        var body = await request.ReadBody(AnswerLink.LargestBody, cancellation) ?? new byte[AnswerLink.LargestBody + 1];
        var asSent = request.AsGatewayWould(body, new() { ["token"] = token });
        if (settings.PublicUrl is { } address && request.Headers.Origin == address.GetLeftPart(UriPartial.Authority))
        {
            // A tunnel may write a Host of its own; the page was opened by the public address all the same.
            asSent.Headers["host"] = address.Authority;
        }

        var page = await function.OpenPageLink(token, asSent);
        var isWithinLimit = page.StatusCode != StatusCodes.Status404NotFound || wrong.Allow(context.Connection.RemoteIpAddress ?? IPAddress.None);
        await (isWithinLimit
            ? Write(context.Response, page.StatusCode, page.Headers, page.Body)
            : Write(context.Response, LinkResponse.TooMany.Status, LinkResponse.TooMany.Headers, LinkResponse.TooMany.Body));
    }

    private static Task Write(HttpResponse response, int status, IEnumerable<KeyValuePair<string, string>> headers, string body)
    {
        response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        return response.WriteAsync(body);
    }
}
