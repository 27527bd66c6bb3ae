using Incidents.Application.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Lists;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Api;

/// <summary>Returns the person whom a name or id names, before an action in their name.</summary>
internal static class WhoAmIRoutes
{
    public static void MapWhoAmI(this RouteGroupBuilder api) => api.MapGet("/whoami", Ask);

    private static async Task<Results<Ok<WhoAnswer>, ApiProblem>> Ask(HttpRequest request, IOnCallConfigurationProvider configuration)
    {
        if (request.Query[ApiActor.Field] is not [{ Length: > 0 and <= ApiActor.LongestName } who] || string.IsNullOrWhiteSpace(who))
        {
            return ApiProblem.Of(new FieldProblem(ApiActor.Field, "is an id, a name or a Slack id of people, and has to be there once"));
        }

        return Acting.Identify(await configuration.Current(CancellationToken.None), who, ApiActor.Via(request)) switch
        {
            { Actor: { } actor } => TypedResults.Ok(new WhoAnswer(actor.Id, actor.Name)),
            var refused => ApiProblem.Of(new FieldProblem(ApiActor.Field, refused.Problem!)),
        };
    }
}

/// <summary>The person.</summary>
internal sealed record WhoAnswer(string Id, string Name);
