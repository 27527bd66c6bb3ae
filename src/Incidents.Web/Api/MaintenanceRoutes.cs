using System.Globalization;
using Incidents.Application.Configuration;
using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
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
    private const int LongestEvery = 40;

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

    private static async Task<Results<Created<MaintenanceResource>, ApiProblem>> Plan(HttpRequest request, PlanMaintenance plan, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        using var body = await JsonBody.Read(request, "reason", "from", "to", "for", "every", "services", "alarms", "tags", "accounts", "regions", ApiActor.Field);
        var settings = await configuration.Current(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        ServiceId[] services = [.. body.Texts("services").Select(id => new ServiceId(id))];
        var (zone, now, every) = (settings.ZoneOf(services), clock.Now(), body.Text("every", LongestEvery));
        var from = body.Time("from", zone, now);
        var to = every is null ? body.End(from, zone, now) : body.Time("to", zone, now, from);
        var asked = new MaintenanceRequest(
            body.Text("reason", MaintenanceRules.LongestReason) ?? "",
            from,
            to ?? Instant.MinValue,
            services,
            body.Texts("alarms"),
            body.Texts("tags"))
        {
            Accounts = body.Texts("accounts"),
            Regions = body.Texts("regions"),
            Every = every,
            Length = every is null ? null : body.Length("for"),
        };
        if (body.Problem is { } problem)
        {
            return ApiProblem.Of(problem);
        }

        return await plan.Handle(asked, by, CancellationToken.None) switch
        {
            MaintenanceResult.Planned { Window: var window } => TypedResults.Created($"/api/v1/maintenance/{window.Id}", MaintenanceResource.Of(window, clock.Now())),
            MaintenanceResult.Refused refused => ApiProblem.Of(new Lists.FieldProblem(refused.Field, refused.Problem)),
            var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
        };
    }

    private static async Task<Results<Ok<MaintenanceResource>, ApiProblem>> End(string id, EndMaintenance end)
    {
        return await end.Handle(id, CancellationToken.None) switch
        {
            MaintenanceResult.Ended { Window: var window } => TypedResults.Ok(MaintenanceResource.Of(window, window.End)),
            _ => new ApiProblem(404, $"No window of now or later has the id {id}.", "GET /api/v1/maintenance lists them.", Missing: Names.Of(MissingKind.Maintenance)),
        };
    }
}

/// <param name="Now">The instant this was true.</param>
/// <param name="Items">Those of now, then those to come.</param>
/// <param name="Past">The newest first.</param>
internal sealed record MaintenanceListResource(Instant Now, IReadOnlyList<MaintenanceResource> Items, IReadOnlyList<MaintenanceResource> Past);

/// <param name="State">`active`, `planned` or `over`.</param>
/// <param name="EndedAt">When a person ended it early; null when none did.</param>
internal sealed record MaintenanceResource(
    string Id, string State, string Reason, PersonName By, Instant From, Instant To, Instant? EndedAt,
    IReadOnlyList<string> Services, IReadOnlyList<string> Alarms, IReadOnlyList<string> Tags, IReadOnlyList<string> Accounts, IReadOnlyList<string> Regions)
{
    /// <summary>When it comes again, such as `SU 02:00`; null for a window of its own.</summary>
    public string? Every { get; init; }

    /// <summary>How long each round lasts, such as `60m`.</summary>
    public string? For { get; init; }

    /// <summary>The zone whose clock the rounds go by.</summary>
    public string? Zone { get; init; }

    /// <summary>When the round that runs, or the next one, begins.</summary>
    public Instant? Next { get; init; }

    public static MaintenanceResource Of(MaintenanceWindow window, Instant now) => new(
        window.Id,
        Names.Of(window.StateAt(now)),
        window.Reason,
        new PersonName(window.By.Id, window.By.Name),
        window.From,
        window.To,
        window.EndedAt,
        [.. window.Services.Select(id => id.Value)],
        [.. window.Alarms.Select(pattern => pattern.ToString())],
        [.. window.Tags.Select(tag => tag.ToString())],
        window.Accounts,
        [.. window.Regions.Select(pattern => pattern.ToString())])
    {
        Every = window.Recurs?.ToString(),
        For = window.Length is { } length ? string.Create(CultureInfo.InvariantCulture, $"{(long)length.TotalMinutes}m") : null,
        Zone = window.Zone,
        Next = window.Every is null || now >= window.End ? null : window.Round(now).Start,
    };
}
