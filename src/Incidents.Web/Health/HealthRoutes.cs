using Incidents.Application;
using Incidents.Application.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Health;

/// <summary>Whether this process can do its work: one small read of the store.</summary>
internal static class HealthRoutes
{
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], Check);

    private static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> Check(IIncidentStore store, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await store.Due(clock.Now(), limit: 1, cancellation);
            return TypedResults.Text("""{"status":"ok"}""", "application/json");
        }
        catch (StoreUnavailableException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
