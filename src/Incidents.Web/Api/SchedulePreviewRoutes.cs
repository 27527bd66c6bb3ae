using Incidents.Application.Schedules.Preview;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Api;

/// <summary>Answers about a schedule that is in the request itself: before it is put in force, or by another program.</summary>
internal static class SchedulePreviewRoutes
{
    public static IEndpointConventionBuilder MapSchedulePreview(this IEndpointRouteBuilder routes) => routes.MapPost("/preview", Preview);

    private static async Task<IResult> Preview(HttpRequest request)
    {
        using var body = await JsonBody.Read(request, "schedule", "query", "time_zone", "from", "to", "at", "local");
        return body switch
        {
            { Problem: { } problem } => ApiProblem.Of(problem),
            { Whole: not { } } => new ApiProblem(400, "The body is empty.", "Send { \"schedule\": …, \"query\": … }.", Field: "body"),
            _ => ScheduleQuestion.Read(body.Whole.Value) switch
            {
                ScheduleQuestion.Asked asked => ScheduleAnswer.To(asked),
                ScheduleQuestion.Refused refused => new ApiProblem(400, refused.Problem, Field: refused.Field),
                var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
            },
        };
    }
}
