using Incidents.Application.Slack.Inbound;
using Incidents.Application.Store;
using Incidents.Functions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Cli.Up;

/// <summary>HTTP in front of the functions, in the form API Gateway gives it: nothing is done twice over.</summary>
internal static class FunctionRoutes
{
    public static void MapFunctions(this IEndpointRouteBuilder routes)
    {
        routes.Map("/slack/interactions", Interact);
        routes.MapLinks();
    }

    private static async Task<IResult> Interact(HttpRequest request, HandleSlackInteractionFunction function, CancellationToken cancellation)
    {
        if (await request.ReadBody(SlackRequestVerifier.LargestBody, cancellation) is not { } body)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        try
        {
            var answer = await function.HandleSlackInteraction(request.AsGatewayWould(body));
            return Results.StatusCode(answer.StatusCode);
        }
        catch (StoreUnavailableException)
        {
            return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    }
}
