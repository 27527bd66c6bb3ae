using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Application.Reading;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Layout;
using Incidents.Web.Lists;
using Incidents.Web.Schedules;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Incidents.Web.Console;

/// <summary>The pages for people.</summary>
internal static class ConsoleRoutes
{
    public static RouteGroupBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        var console = routes.MapGroup("");
        console.MapGet("/", List);
        console.MapGet("/heartbeats", Heartbeats);
        console.MapMaintenance();
        console.MapSchedulePages();
        console.MapGet("/incidents/{number}", Show);
        console.MapGet("/incidents/{number}/postmortem.md", Postmortem);

        console.MapGroup("").AddEndpointFilter<FormGuard>().MapPost(SeveralForms.Acknowledging, SeveralForms.Acknowledge);

        var actions = console.MapGroup("/incidents/{number}").AddEndpointFilter<FormGuard>();
        actions.MapPost("/whoami", IncidentForms.WhoAmI);
        actions.MapPost("/acknowledge", IncidentForms.Acknowledge);
        actions.MapPost("/give-back", IncidentForms.GiveBack);
        actions.MapPost("/resolve", IncidentForms.Resolve);
        actions.MapPost("/reopen", IncidentForms.Reopen);
        actions.MapPost("/notes", IncidentForms.AddNote);
        actions.MapPost("/snooze", IncidentForms.Snooze);
        actions.MapPost("/mitigate", IncidentForms.Mitigate);
        actions.MapPost("/escalate", DirectingForms.Escalate);
        actions.MapPost("/reassign", DirectingForms.Reassign);
        actions.MapPost("/page-also", DirectingForms.PageMore);
        actions.MapPost("/severity", DirectingForms.Grade);
        actions.MapPost("/title", DirectingForms.Entitle);
        actions.MapPost("/roles", DirectingForms.Assign);
        actions.MapPost("/link", DirectingForms.Link);
        actions.MapPost("/merge", DirectingForms.Merge);
        return console;
    }

    private static async Task<RazorComponentResult<ListPage>> List(
        HttpRequest request, ListIncidents incidents, IOnCallConfigurationProvider configuration, CursorSeal seal, TimeProvider clock, CancellationToken cancellation)
    {
        var (query, problems) = ListQuery.Read(request.Query, seal);
        var list = await incidents.Handle(query.Filter, query.After?.Cursor, query.Limit, cancellation);
        var next = list.Next is { } cursor ? AddressOf(query, seal.Close(IncidentCursor.Write(cursor))) : null;
        var settings = await configuration.Current(cancellation);
        return Pages.Show<ListPage>(new ListModel(list, query, problems, request.Path + request.QueryString.ToString(), next, settings, clock.Now()), problems.Count == 0 ? 200 : 400);
    }

    private static async Task<Results<RazorComponentResult<IncidentPage>, RazorComponentResult<MessagePage>>> Show(
        string number, IncidentReader reader, CancellationToken cancellation) =>
        IncidentNumber.TryParse(number, out var parsed) && await reader.Read(parsed, cancellation) is { } model
            ? Pages.Show<IncidentPage>(model)
            : Pages.NotFound();

    private static async Task<Results<ContentHttpResult, RazorComponentResult<MessagePage>>> Postmortem(
        string number, ShowIncident incidents, CancellationToken cancellation) =>
        IncidentNumber.TryParse(number, out var parsed) && await incidents.Handle(parsed, cancellation) is { Postmortem: { } draft }
            ? TypedResults.Text(draft, "text/markdown; charset=utf-8")
            : Pages.NotFound();

    private static async Task<RazorComponentResult<HeartbeatPage>> Heartbeats(ListHeartbeats heartbeats, TimeProvider clock, CancellationToken cancellation) =>
        Pages.Show<HeartbeatPage>(new HeartbeatModel(await heartbeats.Handle(cancellation), clock.Now()));

    private static string AddressOf(ListQuery query, string cursor) => QueryHelpers.AddQueryString("/", new Dictionary<string, string?>
    {
        ["state"] = query.Filter.Status?.ToString().ToLowerInvariant(),
        ["service"] = query.Filter.Service?.Value,
        ["severity"] = query.Filter.Severity?.ToString(),
        ["text"] = query.Filter.Text,
        ["cursor"] = cursor,
    });
}
