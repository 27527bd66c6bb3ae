using System.Text.Json.Serialization;
using Incidents.Application.Heartbeats;
using Incidents.Application.Reconcile;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>Whether this process can do its work, and the tick does: two small reads of the store and, every five seconds, a small write.</summary>
internal static class HealthRoutes
{
    public static IEndpointConventionBuilder MapHealth(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/healthz", [HttpMethods.Get, HttpMethods.Head], Check);

    private static async Task<Results<JsonHttpResult<HealthResource>, StatusCodeHttpResult>> Check(
        IIncidentStore store, WriteProbe probe, TickHeartbeat tick, LastRepairs repairs, TimeProvider clock, CancellationToken cancellation)
    {
        try
        {
            await store.Due(clock.Now(), limit: 1, cancellation);
        }
        catch (StoreUnavailableException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }

        var sweep = await tick.Look(cancellation);
        var takesWrites = await probe.TakesWrites(cancellation);
        var status = !takesWrites ? "unwritable" : sweep.IsLate ? "late" : "ok";
        var health = new HealthResource(status, Text(sweep.At), (long?)sweep.Age?.TotalSeconds, Text(repairs.Newest?.At), repairs.Newest?.Found.Total, repairs.Newest?.Found.Failures.Count);
        return TypedResults.Json(health, ApiJson.Default.HealthResource, statusCode: status != "ok" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status200OK);
    }

    private static string? Text(Instant? at) => at is { } instant ? Times.Iso(instant) : null;
}

/// <param name="Status">`ok`; `unwritable` when the store answers and takes no writes; `late` when the tick has not come round for three minutes.</param>
/// <param name="LastSweep">When the tick came round last, in UTC; null when it never has.</param>
/// <param name="SecondsAgo">How long ago that was.</param>
/// <param name="Reconciled">When this process last looked everything over; null when it never has.</param>
/// <param name="Repaired">How many things were mended then; what they were is in the log.</param>
/// <param name="NotRepaired">How many could not be.</param>
internal sealed record HealthResource(
    string Status,
    string? LastSweep,
    long? SecondsAgo,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reconciled,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Repaired,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? NotRepaired);
