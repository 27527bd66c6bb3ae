using Incidents.Application.Configuration;
using Incidents.Application.Briefing;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Web.Api;

/// <summary>One request to change one incident.</summary>
internal sealed class ApiAction(HttpContext context, IConfigurationSource configuration)
{
    /// <summary>Called by the framework for handlers that take an action.</summary>
    public static ValueTask<ApiAction> BindAsync(HttpContext context) =>
        ValueTask.FromResult(new ApiAction(context, context.RequestServices.GetRequiredService<IConfigurationSource>()));

    /// <summary>Runs a change, unless something about the request is wrong.</summary>
    /// <param name="fields">What the body may hold beside who acts.</param>
    /// <param name="read">Takes from the body what the change needs.</param>
    public async Task<Results<Ok<IncidentSummary>, ApiProblem>> Run(string[] fields, Func<JsonBody, Func<IncidentNumber, Actor, Task<ChangeResult>>> read)
    {
        if (!IncidentNumber.TryParse(context.GetRouteValue("number") as string, out var number))
        {
            return ApiProblem.Of(IncidentNumbers.NotOne);
        }

        using var body = await JsonBody.Read(context.Request, [.. fields, ApiActor.Field]);
        var change = read(body);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), context.Request);
        if (body.Problem is { } problem)
        {
            return ApiProblem.Of(problem);
        }

        return await change(number, by) switch
        {
            ChangeResult.Changed changed => TypedResults.Ok(IncidentSummary.Of(changed.After.Incident)),
            ChangeResult.Ignored ignored => new ApiProblem(409, $"{number} was not changed: {ignored.Refusal.InWords()}.", Hint(ignored), Refusal: Names.Of(ignored.Refusal)),
            _ => IncidentNumbers.Unknown(number),
        };
    }

    private static string? Hint(ChangeResult.Ignored ignored) => ignored switch
    {
        { Refusal: Refusal.StillFiring } => "Send \"confirm\": true, or say --while-firing on the command line.",
        { Refusal: Refusal.AlreadyAcknowledged, Record.Incident.AcknowledgedBy: { } by } => $"{by.Name} has it.",
        _ => null,
    };
}
