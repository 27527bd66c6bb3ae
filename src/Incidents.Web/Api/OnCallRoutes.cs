using Incidents.Application;
using Incidents.Application.Configuration;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>Who is on call, now or at another instant.</summary>
internal static class OnCallRoutes
{
    public static IEndpointConventionBuilder MapOnCall(this IEndpointRouteBuilder routes) => routes.MapGet("/oncall", Show);

    private static async Task<Results<Ok<OnCallResource>, ApiProblem>> Show(HttpRequest request, IConfigurationSource configuration, TimeProvider clock, CancellationToken cancellation)
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
        duty.Schedule.Id, duty.Schedule.Name, duty.Schedule.TimeZone.Id, Named(duty.People), duty.Until, Named(duty.Next));

    private static IReadOnlyList<PersonName> Named(IEnumerable<Person> people) => [.. people.Select(person => new PersonName(person.Id.Value, person.Name))];
}
