using Incidents.Application.Absences;
using Incidents.Application.Configuration;
using Incidents.Application.Schedules.TimeOff;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Api;

/// <summary>Who is away when. What was begun runs to its end, though the caller may have gone.</summary>
internal static class TimeOffRoutes
{
    private const int LongestId = 255;

    public static IEndpointConventionBuilder MapTimeOff(this IEndpointRouteBuilder routes)
    {
        var times = routes.MapGroup("/time-off");
        times.MapGet("/", List);
        times.MapPost("/", Make);
        times.MapDelete("/{id}", Cancel);
        return times;
    }

    public static void MapScheduleConflicts(this IEndpointRouteBuilder schedules) => schedules.MapGet("/{id}/conflicts", Conflicts);

    private static async Task<Ok<TimeOffListResource>> List(ITimeOffStore store, IOnCallConfigurationProvider configuration, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.Now();
        var settings = await configuration.Current(cancellation);
        var written = settings.PlannedAbsences().Select(one => TimeOffResource.Of(one, now));
        return TypedResults.Ok(new TimeOffListResource(now, [.. written, .. (await store.Load(cancellation)).Entries.Select(one => TimeOffResource.Of(one, now))]));
    }

    private static async Task<Results<Created<TimeOffResource>, Ok<TimeOffResource>, ApiProblem>> Make(HttpRequest request, MakeTimeOff make, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, "person", "from", "to", "source", ApiActor.Field);
        var settings = await configuration.Current(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var person = body.Text("person", LongestId) ?? by.Id;
        var span = Span(body, settings.ZoneOf(new PersonId(person)), clock.Now());
        var asked = new TimeOffRequest(new PersonId(person), span ?? new TimeOffSpan.Exactly(Instant.MinValue, Instant.MinValue), body.Text("source", LongestId));
        return body.Problem is { } problem ? ApiProblem.Of(problem) : await make.Handle(asked, by, CancellationToken.None) switch
        {
            TimeOffResult.Made { IsNew: false } same => TypedResults.Ok(TimeOffResource.Of(same, settings, clock.Now())),
            TimeOffResult.Made made => TypedResults.Created($"/api/v1/time-off/{made.Entry.Id}", TimeOffResource.Of(made, settings, clock.Now())),
            TimeOffResult.Refused refused => new ApiProblem(400, refused.Problem, Field: refused.Field),
            var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
        };
    }

    private static async Task<Results<Ok<TimeOffResource>, ApiProblem>> Cancel(string id, HttpRequest request, CancelTimeOff cancel, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, ApiActor.Field);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), request);
        return body.Problem is { } problem ? ApiProblem.Of(problem) : await cancel.Handle(id, by, CancellationToken.None) switch
        {
            TimeOffResult.Cancelled cancelled => TypedResults.Ok(TimeOffResource.Of(cancelled.Entry, clock.Now())),
            TimeOffResult.IsOver => new ApiProblem(409, $"{id} is over and cannot be changed any more."),
            _ => new ApiProblem(404, $"There is no time off {id}.", "GET /api/v1/time-off lists it. What the configuration says is changed there.", Missing: Names.Of(MissingKind.TimeOff)),
        };
    }

    private static async Task<Results<Ok<ConflictListResource>, ApiProblem>> Conflicts(
        string id, HttpRequest request, AbsentPeople absent, IOnCallConfigurationProvider configuration, CancellationToken cancellation)
    {
        var absences = await absent.Load(cancellation);
        return await ScheduleRoutes.Over(id, request, configuration, (schedule, from, to, settings) => new ConflictListResource(
            id, from, to, [.. ScheduleConflict.Find(schedule, settings, absences, from, to).Select(conflict => ConflictResource.Of(conflict, settings))]), cancellation);
    }

    /// <summary>Two days, of which the last counts, or two instants or local times.</summary>
    private static TimeOffSpan? Span(JsonBody body, DateTimeZone zone, Instant now)
    {
        const string Form = "is a day such as 2026-12-24, or an instant in UTC such as 2026-12-24T09:00:00Z, or a local time such as fri 18:00; `from` and `to` alike";
        var (from, to) = (body.Text("from", longest: 40) ?? "", body.Text("to", longest: 40) ?? "");
        if (LocalDatePattern.Iso.Parse(from) is { Success: true } first && LocalDatePattern.Iso.Parse(to) is { Success: true } last)
        {
            return new TimeOffSpan.Days(new DaysOff(first.Value, last.Value));
        }

        if (TimeWords.Parse(from) is null || TimeWords.Parse(to) is null)
        {
            body.Refuse(LocalDatePattern.Iso.Parse(from).Success || TimeWords.Parse(from) is not null ? "to" : "from", Form);
            return null;
        }

        var begin = body.Time("from", zone, now);
        return begin is { } known && body.Time("to", zone, now, known) is { } end ? new TimeOffSpan.Exactly(known, end) : null;
    }
}

/// <param name="Now">The instant this was true.</param>
/// <param name="Items">That of the configuration first, then what was entered, in the order it was made; what is over stays for 90 days.</param>
internal sealed record TimeOffListResource(Instant Now, IReadOnlyList<TimeOffResource> Items);

/// <param name="Id">Null for what the configuration says.</param>
/// <param name="State">`planned`, `active` or `over`.</param>
/// <param name="To">When it ends as things stand: what was cancelled ended then.</param>
/// <param name="Source">The event of a calendar it came from; null when a person entered it.</param>
internal sealed record TimeOffResource(
    string? Id, string Person, string State, Instant From, Instant To, string? Source, PersonName? By, Instant? MadeAt, Instant? CancelledAt, PersonName? CancelledBy)
{
    /// <summary>When the person is on call all the same, and how to find cover.</summary>
    public IReadOnlyList<ConflictResource> Conflicts { get; init; } = [];

    public static TimeOffResource Of(Absence one, Instant now) => new(null, one.Person.Value, StateOf(one.From, one.To, now), one.From, one.To, null, null, null, null, null);

    public static TimeOffResource Of(MadeTimeOff one, Instant now) => new(
        one.Id, one.Person.Value, one.CancelledAt is null ? StateOf(one.From, one.To, now) : "over", one.From, one.End, one.Source, new PersonName(one.By.Id, one.By.Name), one.MadeAt,
        one.CancelledAt, one.CancelledBy is { } by ? new PersonName(by.Id, by.Name) : null);

    public static TimeOffResource Of(TimeOffResult.Made made, OnCallConfiguration settings, Instant now) =>
        Of(made.Entry, now) with { Conflicts = [.. made.Conflicts.Select(conflict => ConflictResource.Of(conflict, settings))] };

    private static string StateOf(Instant from, Instant to, Instant now) => now >= to ? "over" : now < from ? "planned" : "active";
}

/// <param name="Items">By their beginning, then by person.</param>
internal sealed record ConflictListResource(string Schedule, Instant From, Instant To, IReadOnlyList<ConflictResource> Items);

/// <summary>A time at which a person is on call and away. Nothing changes by itself.</summary>
/// <param name="Cover">Commands that find or make a stand-in.</param>
internal sealed record ConflictResource(string Schedule, PersonName Person, Instant From, Instant To, IReadOnlyList<string> Cover)
{
    public static ConflictResource Of(ScheduleConflict conflict, OnCallConfiguration settings)
    {
        var person = conflict.Duty.Person.Value;
        return new(conflict.Schedule.Value, new PersonName(person, settings.NameOf(new PersonId(person))), conflict.Duty.From, conflict.Duty.To, conflict.Cover);
    }
}
