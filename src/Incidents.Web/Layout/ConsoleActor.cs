using Incidents.Application.Configuration;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Http;
using NodaTime;

namespace Incidents.Web.Layout;

/// <summary>Who acts in the console: the person of the sign-in, else the one chosen once and kept in this browser's cookie.</summary>
internal static class ConsoleActor
{
    private const string Cookie = "incidents_person";
    private const int LongestId = 80;

    /// <param name="settings">Null when it cannot be read.</param>
    public static Actor Of(HttpContext context, WebSettings web, OnCallConfiguration? settings)
    {
        var by = web.WhoActs(context);
        return by.Kind() == ActorKind.Console && context.Request.Cookies[Cookie] is { Length: > 0 and <= LongestId } kept && Acting.Identify(settings, kept, Via.Console).Actor is { } person
            ? person
            : by;
    }

    /// <summary>Keeps the person in a cookie. Its reader could act as that person at this browser anyway, and it grants no access.</summary>
    public static void Keep(HttpContext context, Actor person) => context.Response.Cookies.Append(Cookie, person.Id, new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = context.Request.IsHttps,
        MaxAge = Duration.FromDays(365).ToTimeSpan(),
    });
}
