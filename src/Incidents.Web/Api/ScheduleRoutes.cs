using Incidents.Application.Configuration;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>The schedules in force, overrides included, and who is on call over a window of them.</summary>
internal static class ScheduleRoutes
{
    public static IEndpointConventionBuilder MapSchedules(this IEndpointRouteBuilder routes)
    {
        var schedules = routes.MapGroup("/schedules");
        schedules.MapGet("/", List);
        schedules.MapGet("/{id}/segments", Segments);
        schedules.MapGet("/{id}/shifts", Shifts);
        schedules.MapScheduleOverrides();
        schedules.MapScheduleSwaps();
        schedules.MapScheduleConflicts();
        schedules.MapScheduleFairness();
        schedules.MapSchedulePreview();
        return schedules;
    }

    /// <summary>What is answered about a schedule that does not exist.</summary>
    public static ApiProblem Unknown(string id) => new(404, $"There is no schedule {id}.", "GET /api/v1/schedules lists them.", Missing: Names.Of(MissingKind.Schedule));

    private static async Task<Ok<ScheduleListResource>> List(IOnCallConfigurationProvider configuration, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        return TypedResults.Ok(new ScheduleListResource(settings.Version, [.. settings.Schedules.Values.Select(ScheduleSummary.Of)]));
    }

    private static Task<Results<Ok<SegmentListResource>, ApiProblem>> Segments(string id, HttpRequest request, IOnCallConfigurationProvider configuration, CancellationToken cancellation) =>
        Over(id, request, configuration, (schedule, from, to, settings) => new SegmentListResource(
            id, from, to, [.. schedule.Calendar.Segments(from, to).Select(segment => new SegmentResource(segment.From, segment.To, [.. segment.People.Select(person => Named(person, settings))]))]), cancellation);

    private static Task<Results<Ok<ShiftListResource>, ApiProblem>> Shifts(string id, HttpRequest request, IOnCallConfigurationProvider configuration, CancellationToken cancellation) =>
        Over(id, request, configuration, (schedule, from, to, settings) => new ShiftListResource(
            id, from, to, [.. schedule.Calendar.Shifts(from, to).Select(shift => new ShiftResource(shift.From, shift.To, Named(shift.Person, settings)))]), cancellation);

    /// <summary>Answers about the window a request asks for; every question of this kind refuses the same windows.</summary>
    public static async Task<Results<Ok<T>, ApiProblem>> Over<T>(
        string id, HttpRequest request, IOnCallConfigurationProvider configuration, Func<OnCallSchedule, Instant, Instant, OnCallConfiguration, T> answer, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        if (!settings.Schedules.TryGetValue(new ScheduleId(id), out var schedule))
        {
            return Unknown(id);
        }

        if (!QueryInstant.TryRead(request, "from", out var from, out var problem) || !QueryInstant.TryRead(request, "to", out var to, out problem))
        {
            return problem;
        }

        return from is { } begin && to is { } end
            ? ScheduleRules.CheckWindow(begin, end) is { } wrong
                ? new ApiProblem(400, $"{wrong.Problem} {wrong.Fix}", Field: wrong.Path)
                : TypedResults.Ok(answer(schedule, begin, end, settings))
            : new ApiProblem(400, "A window has two ends.", "Send ?from=2026-09-14T00:00:00Z&to=2026-09-21T00:00:00Z.", Field: from is null ? "from" : "to");
    }

    private static PersonName Named(PersonId id, OnCallConfiguration settings) => new(id.Value, settings.People.GetValueOrDefault(id)?.Name ?? id.Value);
}

/// <param name="Version">Of the configuration.</param>
/// <param name="Items">In the order of the configuration.</param>
internal sealed record ScheduleListResource(string Version, IReadOnlyList<ScheduleSummary> Items);

/// <param name="Layers">Names, the lowest first.</param>
/// <param name="GapsAreIntended">Whether times with an empty rota are intended.</param>
internal sealed record ScheduleSummary(string Id, string Name, string TimeZone, IReadOnlyList<string> Layers, bool GapsAreIntended)
{
    public static ScheduleSummary Of(OnCallSchedule schedule) => new(
        schedule.Definition.Id.Value,
        schedule.Definition.Name,
        schedule.Definition.TimeZone.Id,
        [.. schedule.Definition.Layers.Select(layer => layer.Name)],
        schedule.GapsAreIntended);
}

/// <param name="Items">The whole window without holes, cut at its ends.</param>
internal sealed record SegmentListResource(string Schedule, Instant From, Instant To, IReadOnlyList<SegmentResource> Items);

/// <param name="OnCall">Empty in a gap.</param>
internal sealed record SegmentResource(Instant From, Instant To, IReadOnlyList<PersonName> OnCall);

/// <param name="Items">By their beginning, then by person.</param>
internal sealed record ShiftListResource(string Schedule, Instant From, Instant To, IReadOnlyList<ShiftResource> Items);

/// <summary>One person's time on call, not split when others join or leave.</summary>
internal sealed record ShiftResource(Instant From, Instant To, PersonName Person);
