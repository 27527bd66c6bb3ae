using Incidents.Application.Configuration;
using Incidents.Application.Schedules.Sick;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>Who is on call, now or at another instant.</summary>
internal static class OnCallRoutes
{
    private const int LongestId = 255;

    public static IEndpointConventionBuilder MapOnCall(this IEndpointRouteBuilder routes)
    {
        var onCall = routes.MapGroup("/oncall");
        onCall.MapGet("/", Show);
        onCall.MapPost("/sick", Sick);
        return onCall;
    }

    private static async Task<Results<Ok<SickResource>, ApiProblem>> Sick(HttpRequest request, CallInSick sick, IOnCallConfigurationProvider configuration)
    {
        using var body = await JsonBody.Read(request, "person", ApiActor.Field);
        var settings = await configuration.Current(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var person = body.Text("person", LongestId) ?? by.Id;
        return body.Problem is { } problem ? ApiProblem.Of(problem) : await sick.Handle(new PersonId(person), by, CancellationToken.None) switch
        {
            SickResult.Covered covered => TypedResults.Ok(SickResource.Of(covered, settings)),
            SickResult.Refused refused => new ApiProblem(400, refused.Problem, Field: refused.Field),
            var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
        };
    }

    private static async Task<Results<Ok<OnCallResource>, ApiProblem>> Show(HttpRequest request, IOnCallConfigurationProvider configuration, TimeProvider clock, CancellationToken cancellation)
    {
        if (!QueryInstant.TryRead(request, "at", out var asked, out var problem))
        {
            return problem;
        }

        var settings = await configuration.Current(cancellation);
        var at = asked ?? clock.Now();
        return TypedResults.Ok(new OnCallResource(at, [.. settings.OnCallNow(at).Select(ScheduleResource.Of)]));
    }
}

/// <param name="At">The instant this was true.</param>
/// <param name="Items">In the order of the configuration.</param>
internal sealed record OnCallResource(Instant At, IReadOnlyList<ScheduleResource> Items);

/// <param name="OnCall">Empty in a gap.</param>
/// <param name="Until">The next hand-off; null when none is known.</param>
/// <param name="Next">On call from then on.</param>
internal sealed record ScheduleResource(string Schedule, string Name, string TimeZone, IReadOnlyList<PersonName> OnCall, Instant? Until, IReadOnlyList<PersonName> Next)
{
    public static ScheduleResource Of(OnDuty duty) => new(
        duty.Schedule.Id.Value, duty.Schedule.Name, duty.Schedule.TimeZone.Id, Named(duty.People), duty.Until, Named(duty.Next));

    private static IReadOnlyList<PersonName> Named(IEnumerable<Person> people) => [.. people.Select(person => new PersonName(person.Id.Value, person.Name))];
}

/// <param name="Until">When the person counts as back.</param>
/// <param name="Covers">One for each schedule on which the person would have been on call.</param>
internal sealed record SickResource(PersonName Person, Instant Until, IReadOnlyList<SickCoverResource> Covers)
{
    public static SickResource Of(SickResult.Covered covered, OnCallConfiguration settings) =>
        new(Named(covered.Person, settings), covered.Until, [.. covered.Covers.Select(cover => new SickCoverResource(
            cover.Schedule.Value, cover.By is { } by ? Named(by, settings) : null, cover.From, cover.To, cover.Override, cover.Swap, cover.Problem))]);

    private static PersonName Named(PersonId id, OnCallConfiguration settings) => new(id.Value, settings.NameOf(id));
}

/// <param name="Cover">Who takes over; null when no person is free.</param>
/// <param name="Override">Id of the override; null when none was made.</param>
/// <param name="Swap">Id of the request that asks the team for a taker.</param>
/// <param name="Problem">What could not be done; null when all was.</param>
internal sealed record SickCoverResource(string Schedule, PersonName? Cover, Instant From, Instant To, string? Override, string? Swap, string? Problem);
