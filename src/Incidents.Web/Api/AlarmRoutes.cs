using Incidents.Application.Alarms;
using Incidents.Application.Intake;
using Incidents.Application.Time;
using Incidents.Web.Middleware;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Api;

/// <summary>Handles alarms that came by the API. Where alarms are kept for another try, a store that gives no answer loses none of them.</summary>
/// <exception cref="Application.Store.StoreUnavailableException">At least one is not decided, and is neither paged nor kept.</exception>
internal delegate Task<IReadOnlyList<AlarmReceipt>> ReceiveByHand(IReadOnlyList<AlarmMessage> messages);

/// <summary>Alarms by hand: for the command line, for tests of a setup, and for senders that have no SNS.</summary>
internal static class AlarmRoutes
{
    /// <summary>An SNS message of 256 KB, escaped as JSON in its envelope, may take up several times that.</summary>
    private const long LargestBody = 1024 * 1024;

    public static IEndpointConventionBuilder MapAlarms(this IEndpointRouteBuilder routes) => routes.MapPost("/alarms", Receive);

    private static async Task<Results<Accepted<AlarmAnswer>, ApiProblem>> Receive(HttpRequest request, ReceiveByHand receive, TimeProvider clock)
    {
        var body = await BodyBytes.Read(request, LargestBody);
        if (body.Length == 0)
        {
            return new ApiProblem(400, $"body is empty; this address takes {KnownForm.Names}.", Field: "body");
        }

        // Of several, each stands for itself, as on the topic.
        var messages = AlarmMessages.Read(body.Span, clock.Now());
        if (!messages.Any(KnownForm.Has))
        {
            return new ApiProblem(422, $"body is none of the forms that are taken here, and nothing was done: this address takes {KnownForm.Names}.", Field: "body");
        }

        var receipts = await receive(messages);
        return TypedResults.Accepted((string?)null, AlarmAnswer.Of([.. receipts.Select(AlarmResult.Of)]));
    }
}
