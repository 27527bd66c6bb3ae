using System.Text;
using Incidents.Application.Calendars;
using Incidents.Application.Calendars.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Incidents.Web.Calendars;

/// <summary>Calendars for programs, which cannot sign in: the secret in the address is all that opens them.</summary>
internal static class CalendarRoutes
{
    private const string Type = "text/calendar; charset=utf-8";

    public static void MapCalendars(this IEndpointRouteBuilder routes) =>
        routes.MapMethods($"/{MakeCalendarLink.Path}/{{token}}{MakeCalendarLink.Suffix}", [HttpMethods.Get, HttpMethods.Head], Read);

    /// <summary>What is unchanged is answered with 304; what opens nothing as any address that leads nowhere.</summary>
    private static async Task<Results<FileContentHttpResult, NotFound>> Read(string token, HttpResponse response, ReadCalendar calendars, CancellationToken cancellation)
    {
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return await calendars.Handle(token, cancellation) is { } feed
            ? TypedResults.Bytes(Encoding.UTF8.GetBytes(feed.Text), Type, entityTag: new EntityTagHeaderValue(feed.ETag))
            : TypedResults.NotFound();
    }
}
