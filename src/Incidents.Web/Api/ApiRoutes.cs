using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Api;

/// <summary>The API for programs, version 1. <see cref="ApiAuthentication"/> stands before it.</summary>
internal static class ApiRoutes
{
    public static RouteGroupBuilder MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup(ApiAuthentication.Path + "/v1");
        api.MapAlarms();
        api.MapIncidents();
        api.MapOnCall();
        api.MapSchedules();
        api.MapSwaps();
        api.MapCalendarLinks();
        api.MapTimeOff();
        api.MapMaintenance();
        api.MapHeartbeats();
        api.MapTestPages();
        api.MapWhoAmI();
        return api;
    }
}
