using Incidents.Application.Absences;
using Incidents.Application.Configuration;
using Incidents.Application.Schedules.Swaps;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall.Absences;
using Incidents.Domain.OnCall.Swaps;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using Changed = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Incidents.Web.Api.SwapResource>, Incidents.Web.Api.ApiProblem>;

namespace Incidents.Web.Api;

/// <summary>Requests for a swap. What was begun runs to its end, though the caller may have gone.</summary>
internal static class SwapRoutes
{
    private const int LongestId = 255;
    private const int LongestReason = 250;

    public static IEndpointConventionBuilder MapSwaps(this IEndpointRouteBuilder routes) => routes.MapGet("/swaps", All);

    public static void MapScheduleSwaps(this IEndpointRouteBuilder schedules)
    {
        schedules.MapGet("/{id}/swaps", List);
        schedules.MapPost("/{id}/swaps", Ask);
        schedules.MapPost("/{id}/swaps/{which}/take", Take);
        schedules.MapPost("/{id}/swaps/{which}/cancel", Cancel);
    }

    private static async Task<Ok<SwapListResource>> All(
        ISwapStore store, IOnCallConfigurationProvider configuration, AbsentPeople absent, TimeProvider clock, CancellationToken cancellation) =>
        TypedResults.Ok(SwapListResource.Of((await store.Load(cancellation)).Swaps, await configuration.Current(cancellation), await absent.Load(cancellation), clock.Now()));

    private static async Task<Results<Ok<SwapListResource>, ApiProblem>> List(
        string id, ISwapStore store, IOnCallConfigurationProvider configuration, AbsentPeople absent, TimeProvider clock, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        return settings.Schedules.ContainsKey(new ScheduleId(id))
            ? TypedResults.Ok(SwapListResource.Of((await store.Load(cancellation)).Swaps.Where(one => one.Schedule == new ScheduleId(id)), settings, await absent.Load(cancellation), clock.Now()))
            : ScheduleRoutes.Unknown(id);
    }

    private static async Task<Results<Created<SwapResource>, ApiProblem>> Ask(
        string id, HttpRequest request, AskForSwap ask, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, "from", "to", "for", "requester", "reason", ApiActor.Field);
        var settings = await configuration.Current(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var (zone, now) = (settings.ZoneOfSchedule(new ScheduleId(id)), clock.Now());
        var from = body.Time("from", zone, now);
        var to = body.End(from, zone, now);
        if (from is null || to is null)
        {
            body.Refuse(from is null ? "from" : "to", $"is an instant in UTC such as 2026-09-14T09:00:00Z, or by the clock of {zone.Id} such as fri 18:00");
        }

        var question = new SwapQuestion(
            new ScheduleId(id), body.Text("requester", LongestId) is { } requester ? new PersonId(requester) : by.AsPerson(), from ?? Instant.MinValue, to ?? Instant.MinValue, body.Text("reason", LongestReason));
        return body.Problem is { } problem ? ApiProblem.Of(problem) : await ask.Handle(question, by, CancellationToken.None) switch
        {
            SwapResult.Done done => TypedResults.Created($"/api/v1/schedules/{id}/swaps/{done.Request.Id}", SwapResource.Of(done, clock.Now())),
            var other => Problem(other, id),
        };
    }

    private static async Task<Changed> Take(string id, string which, HttpRequest request, TakeSwap take, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, "taker", ApiActor.Field);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), request);
        var taker = body.Text("taker", LongestId) is { } named ? new PersonId(named) : by.AsPerson();
        return body.Problem is { } problem ? ApiProblem.Of(problem) : Told(await take.Handle(new ScheduleId(id), which, taker, by, CancellationToken.None), id, clock);
    }

    private static async Task<Changed> Cancel(string id, string which, HttpRequest request, CancelSwap cancel, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, ApiActor.Field);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), request);
        return body.Problem is { } problem ? ApiProblem.Of(problem) : Told(await cancel.Handle(new ScheduleId(id), which, by, CancellationToken.None), id, clock);
    }

    private static Changed Told(SwapResult result, string schedule, TimeProvider clock) =>
        result is SwapResult.Done done ? TypedResults.Ok(SwapResource.Of(done, clock.Now())) : Problem(result, schedule);

    private static ApiProblem Problem(SwapResult result, string schedule) => result switch
    {
        SwapResult.Refused { Reason: SwapRefusal.IsNotOpen } over => new ApiProblem(409, over.Problem, Refusal: Names.Of(SwapRefusal.IsNotOpen)),
        SwapResult.Refused refused => new ApiProblem(400, refused.Problem, Field: refused.Field, Refusal: refused.Reason is { } reason ? Names.Of(reason) : null),
        SwapResult.Unknown { What: "swap" } unknown => new ApiProblem(404, $"The schedule {schedule} has no swap {unknown.Id}.", "GET /api/v1/swaps lists them.", Missing: Names.Of(MissingKind.Swap)),
        _ => ScheduleRoutes.Unknown(schedule),
    };

    /// <summary>The actor is the default for a person that the body leaves out; one that the configuration does not know is called by the name given in `by`.</summary>
}

/// <param name="Now">The instant this was true.</param>
/// <param name="Items">In the order they were made; those that are over stay for 90 days.</param>
internal sealed record SwapListResource(Instant Now, IReadOnlyList<SwapResource> Items)
{
    public static SwapListResource Of(IEnumerable<SwapRequest> swaps, OnCallConfiguration settings, IReadOnlyList<Absence> absences, Instant now) => new(
        now, [.. swaps.Select(one => SwapResource.Of(one, now) with { Suggested = one.StateAt(now) == SwapState.Open ? SubstituteSuggestion.Suggest(one, settings, absences)?.Value : null })]);
}

/// <param name="State">`open`, `taken`, `expired` or `cancelled`.</param>
/// <param name="Taker">Id of the person who stepped in; null while it is not taken.</param>
/// <param name="Override">Id of the override that carries it out.</param>
internal sealed record SwapResource(
    string Id, string Schedule, string State, string Requester, Instant From, Instant To, string? Reason, PersonName By, Instant MadeAt,
    string? Taker, Instant? TakenAt, string? Override, Instant? CancelledAt, PersonName? CancelledBy)
{
    /// <summary>What it leads to and may not be meant.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Id of the person who is free and carries least of the schedule; only in lists, null unless it is open.</summary>
    public string? Suggested { get; init; }

    public static SwapResource Of(SwapResult.Done done, Instant now) => Of(done.Request, now) with { Warnings = done.Warnings };

    public static SwapResource Of(SwapRequest one, Instant now) => new(
        one.Id, one.Schedule.Value, Names.Of(one.StateAt(now)), one.Requester.Value, one.From, one.To, one.Reason, new PersonName(one.By.Id, one.By.Name), one.MadeAt,
        one.Taker?.Value, one.TakenAt, one.Override, one.CancelledAt, one.CancelledBy is { } by ? new PersonName(by.Id, by.Name) : null);
}
