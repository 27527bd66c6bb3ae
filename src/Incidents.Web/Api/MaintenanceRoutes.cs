using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Maintenance;
using Incidents.Domain.Maintenance;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>Maintenance windows. What was begun runs to its end, though the caller may have gone.</summary>
internal static class MaintenanceRoutes
{
    public static IEndpointConventionBuilder MapMaintenance(this IEndpointRouteBuilder routes)
    {
        var windows = routes.MapGroup("/maintenance");
        windows.MapGet("/", List);
        windows.MapPost("/", Plan);
        windows.MapPost("/{id}/end", End);
        return windows;
    }

    private static async Task<Ok<MaintenanceListResource>> List(ListMaintenance maintenance, CancellationToken cancellation)
    {
        var list = await maintenance.Handle(cancellation);
        return TypedResults.Ok(new MaintenanceListResource(
            list.Now,
            [.. list.Active.Concat(list.Planned).Select(window => MaintenanceResource.Of(window, list.Now))],
            [.. list.Past.Select(window => MaintenanceResource.Of(window, list.Now))]));
    }

    private static async Task<Results<Created<MaintenanceResource>, ApiProblem>> Plan(HttpRequest request, PlanMaintenance plan, IConfigurationSource configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, "reason", "from", "to", "services", "alarms", "tags", "accounts", "regions", ApiActor.Field);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), request);
        var asked = new MaintenanceRequest(
            body.Text("reason", MaintenanceRules.LongestReason) ?? "",
            body.Time("from"),
            body.Time("to") ?? Instant.MinValue,
            body.Texts("services"),
            body.Texts("alarms"),
            body.Texts("tags"))
        {
            Accounts = body.Texts("accounts"),
            Regions = body.Texts("regions"),
        };
        if (body.Problem is { } problem)
        {
            return ApiProblem.Of(problem);
        }

        return await plan.Handle(asked, by, CancellationToken.None) switch
        {
            MaintenanceResult.Planned { Window: var window } => TypedResults.Created($"/api/v1/maintenance/{window.Id}", MaintenanceResource.Of(window, clock.Now())),
            MaintenanceResult.Refused refused => new ApiProblem(400, $"{refused.Field} {refused.Problem}.", Field: refused.Field),
            var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
        };
    }

    private static async Task<Results<Ok<MaintenanceResource>, ApiProblem>> End(string id, EndMaintenance end)
    {
        return await end.Handle(id, CancellationToken.None) switch
        {
            MaintenanceResult.Ended { Window: var window } => TypedResults.Ok(MaintenanceResource.Of(window, window.End)),
            _ => new ApiProblem(404, $"No window of now or later has the id {id}.", "GET /api/v1/maintenance lists them."),
        };
    }
}

/// <param name="Now">The instant this was true.</param>
/// <param name="Items">Those of now, then those to come.</param>
/// <param name="Past">The newest first.</param>
internal sealed record MaintenanceListResource(Instant Now, IReadOnlyList<MaintenanceResource> Items, IReadOnlyList<MaintenanceResource> Past);

/// <param name="State">`active`, `planned` or `over`.</param>
/// <param name="EndedAt">When somebody ended it; null when nobody did.</param>
internal sealed record MaintenanceResource(
    string Id, string State, string Reason, PersonName By, Instant From, Instant To, Instant? EndedAt,
    IReadOnlyList<string> Services, IReadOnlyList<string> Alarms, IReadOnlyList<string> Tags, IReadOnlyList<string> Accounts, IReadOnlyList<string> Regions)
{
    public static MaintenanceResource Of(MaintenanceWindow window, Instant now) => new(
        window.Id,
        Names.Of(window.StateAt(now)),
        window.Reason,
        new PersonName(window.By.Id, window.By.Name),
        window.From,
        window.To,
        window.EndedAt,
        window.Services,
        [.. window.Alarms.Select(pattern => pattern.ToString())],
        [.. window.Tags.Select(tag => tag.ToString())],
        window.Accounts,
        [.. window.Regions.Select(pattern => pattern.ToString())]);
}
