using Incidents.Application.Configuration;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall.Fairness;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>Who carries how much of a schedule.</summary>
internal static class FairnessRoutes
{
    public static void MapScheduleFairness(this IEndpointRouteBuilder schedules) => schedules.MapGet("/{id}/fairness", Show);

    private static Task<Results<Ok<FairnessResource>, ApiProblem>> Show(string id, HttpRequest request, IOnCallConfigurationProvider configuration, CancellationToken cancellation) =>
        ScheduleRoutes.Over(id, request, configuration, (schedule, from, to, settings) => new FairnessResource(
            id, from, to, [.. ScheduleFairness.Of(schedule, settings, from, to).Select(load => LoadResource.Of(load, settings))]), cancellation);
}

/// <param name="Items">The largest load first; those with turns and no hours too.</param>
internal sealed record FairnessResource(string Schedule, Instant From, Instant To, IReadOnlyList<LoadResource> Items);

/// <summary>Hours on call, rounded to hundredths. Pages are not counted here.</summary>
/// <param name="NightHours">Of them between 22:00 and 06:00 by the person's clock.</param>
/// <param name="WeekendHours">Of them on Saturdays and Sundays.</param>
/// <param name="HolidayHours">Of them on public holidays of the person's country.</param>
internal sealed record LoadResource(PersonName Person, double Hours, double NightHours, double WeekendHours, double HolidayHours)
{
    public static LoadResource Of(DutyLoad load, OnCallConfiguration settings) => new(
        new PersonName(load.Person.Value, settings.NameOf(load.Person)), Rounded(load.Total), Rounded(load.Night), Rounded(load.Weekend), Rounded(load.Holiday));

    private static double Rounded(Duration length) => Math.Round(length.TotalHours, 2);
}
