using Incidents.Application.Configuration;
using Incidents.Application.Overrides;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>Overrides people make beside the configuration. What was begun runs to its end, though the caller may have gone.</summary>
internal static class OverrideRoutes
{
    private const int LongestId = 255;

    public static void MapScheduleOverrides(this IEndpointRouteBuilder schedules)
    {
        schedules.MapGet("/{id}/overrides", List);
        schedules.MapPost("/{id}/overrides", Make);
        schedules.MapDelete("/{id}/overrides/{which}", Cancel);
    }

    private static async Task<Results<Ok<OverrideListResource>, ApiProblem>> List(
        string id, IOverrideStore store, IOnCallConfigurationProvider configuration, TimeProvider clock, CancellationToken cancellation)
    {
        if (!(await configuration.Current(cancellation)).Schedules.ContainsKey(new ScheduleId(id)))
        {
            return ScheduleRoutes.Unknown(id);
        }

        var now = clock.Now();
        var book = await store.Load(cancellation);
        return TypedResults.Ok(new OverrideListResource(now, [.. book.Overrides.Where(one => one.Schedule == new ScheduleId(id)).Select(one => OverrideResource.Of(one, now))]));
    }

    private static async Task<Results<Created<OverrideResource>, ApiProblem>> Make(
        string id, HttpRequest request, MakeOverride make, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, "kind", "from", "to", "for", "users", "replaces", "layer", ApiActor.Field);
        var settings = await configuration.Current(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var kind = body.Text("kind", longest: 20) is { } word ? Names.Read<OverrideKind>(word) : null;
        if (kind is null)
        {
            body.Refuse("kind", "is cover, replace, add or remove");
        }

        var (zone, now) = (settings.ZoneOfSchedule(new ScheduleId(id)), clock.Now());
        var from = body.Time("from", zone, now);
        var to = body.End(from, zone, now);
        if (to is null)
        {
            body.Refuse("to", $"says when it ends, an instant in UTC such as 2026-09-14T09:00:00Z, or by the clock of {zone.Id} such as fri 18:00; or `for` says how long it lasts");
        }

        var asked = new OverrideRequest(
            new ScheduleId(id), kind ?? OverrideKind.Cover, from, to ?? Instant.MinValue, [.. body.Texts("users").Select(name => new PersonId(name))], body.Text("replaces", LongestId) is { } replaced ? new PersonId(replaced) : null, body.Text("layer", LongestId));
        return body.Problem is { } problem ? ApiProblem.Of(problem) : await make.Handle(asked, by, CancellationToken.None) switch
        {
            OverrideResult.Made made => TypedResults.Created($"/api/v1/schedules/{id}/overrides/{made.Override.Id}", OverrideResource.Of(made.Override, clock.Now()) with { Warnings = made.Warnings }),
            OverrideResult.Refused refused => new ApiProblem(400, refused.Problem, Field: refused.Field),
            OverrideResult.Unknown => ScheduleRoutes.Unknown(id),
            var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
        };
    }

    private static async Task<Results<Ok<OverrideResource>, ApiProblem>> Cancel(
        string id, string which, HttpRequest request, CancelOverride cancel, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, ApiActor.Field);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), request);
        return body.Problem is { } problem ? ApiProblem.Of(problem) : await cancel.Handle(new ScheduleId(id), which, by, CancellationToken.None) switch
        {
            OverrideResult.Cancelled cancelled => TypedResults.Ok(OverrideResource.Of(cancelled.Override, clock.Now())),
            OverrideResult.IsOver => new ApiProblem(409, $"{which} is over, and who was on call cannot be changed any more."),
            _ => new ApiProblem(404, $"The schedule {id} has no override {which}.", $"GET /api/v1/schedules/{id}/overrides lists them.", Missing: Names.Of(MissingKind.Override)),
        };
    }
}

/// <param name="Now">The instant this was true.</param>
/// <param name="Items">In the order they were made, which is the order they apply in; those that are over stay for 90 days.</param>
internal sealed record OverrideListResource(Instant Now, IReadOnlyList<OverrideResource> Items);

/// <param name="State">`planned`, `active` or `over`.</param>
/// <param name="To">When it ends as things stand: a cancelled one ended then.</param>
internal sealed record OverrideResource(
    string Id, string Schedule, string State, string Kind, Instant From, Instant To, IReadOnlyList<string> Users, string? Replaces, string? Layer,
    PersonName By, Instant MadeAt, Instant? CancelledAt, PersonName? CancelledBy)
{
    /// <summary>What it leads to and may not be meant.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    public static OverrideResource Of(MadeOverride one, Instant now) => new(
        one.Id, one.Schedule.Value, Names.Of(one.StateAt(now)), Names.Of(one.Kind), one.From, one.End, [.. one.Users.Select(named => named.Value)], one.Replaces?.Value, one.Layer,
        new PersonName(one.By.Id, one.By.Name), one.MadeAt, one.CancelledAt, one.CancelledBy is { } by ? new PersonName(by.Id, by.Name) : null);
}
