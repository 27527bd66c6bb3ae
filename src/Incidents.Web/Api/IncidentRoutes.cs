using System.Text;
using Incidents.Application.Configuration;
using Incidents.Application.Reading;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain.Incidents;
using Incidents.Web.Lists;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Incidents.Web.Api;

/// <summary>Incidents, to be read.</summary>
internal static class IncidentRoutes
{
    public static RouteGroupBuilder MapIncidents(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapGroup("/incidents");
        incidents.MapGet("/", List);
        incidents.MapGet("/{number}", Show);
        incidents.MapGet("/{number}/postmortem", Postmortem);
        incidents.MapGet("/{number}/message", Message);
        incidents.MapSeveral();
        incidents.MapIncidentActions();
        incidents.MapDirecting();
        return incidents;
    }

    private static async Task<Results<Ok<IncidentPageResource>, ApiProblem>> List(
        HttpRequest request, ListIncidents incidents, IOnCallConfigurationProvider configuration, CursorSeal seal, CancellationToken cancellation)
    {
        if (request.Query.Keys.FirstOrDefault(name => !ListQuery.Parameters.Contains(name)) is { } unknown)
        {
            return ApiProblem.Of(new FieldProblem(unknown, $"is not known here: the filters are {string.Join(", ", ListQuery.Parameters)}"));
        }

        var (query, problems) = ListQuery.Read(request.Query, seal);
        if (problems is [var problem, ..])
        {
            return ApiProblem.Of(problem);
        }

        var list = await incidents.Handle(query.Filter, query.After is { AmongOpen: false } place ? place.Cursor : null, query.Limit, cancellation);
        var person = PersonNames.In(await configuration.Current(cancellation));
        var slice = IncidentSlice.Of(list, query.After, query.Limit);
        return TypedResults.Ok(new IncidentPageResource([.. slice.Items.Select(incident => IncidentSummary.Of(incident, person))], slice.Next is { } next ? seal.Close(next.Write()) : null));
    }

    private static async Task<Results<Ok<IncidentResource>, ApiProblem>> Show(
        string number, ShowIncident incidents, IOnCallConfigurationProvider configuration, TimeProvider clock, CancellationToken cancellation)
    {
        if (!IncidentNumber.TryParse(number, out var parsed))
        {
            return ApiProblem.Of(IncidentNumbers.NotOne);
        }

        return await incidents.Handle(parsed, cancellation) is { } story
            ? TypedResults.Ok(IncidentResource.Of(story, await configuration.CurrentOrNone(cancellation) ?? Unreadable.Nothing, clock.Now()))
            : IncidentNumbers.Unknown(parsed);
    }

    private static async Task<Results<ContentHttpResult, ApiProblem>> Postmortem(string number, ShowIncident incidents, CancellationToken cancellation)
    {
        if (!IncidentNumber.TryParse(number, out var parsed))
        {
            return ApiProblem.Of(IncidentNumbers.NotOne);
        }

        return await incidents.Handle(parsed, cancellation) switch
        {
            { Postmortem: { } draft } => TypedResults.Text(draft, "text/markdown; charset=utf-8"),
            null => IncidentNumbers.Unknown(parsed),
            _ => new ApiProblem(404, $"{parsed} has no postmortem draft. One is written when an incident of its severity resolves."),
        };
    }

    /// <summary>What came, as it came but for secrets: to be looked at, or sent again once what was wrong with it is mended.</summary>
    /// <remarks>As a file, whatever it holds: nothing in it is for a browser to show or run.</remarks>
    private static async Task<Results<FileContentHttpResult, ApiProblem>> Message(string number, ShowIncident incidents, CancellationToken cancellation)
    {
        if (!IncidentNumber.TryParse(number, out var parsed))
        {
            return ApiProblem.Of(IncidentNumbers.NotOne);
        }

        return await incidents.Handle(parsed, cancellation) switch
        {
            { Record.Detail.Message: { } message } => TypedResults.File(Encoding.UTF8.GetBytes(message.Text), "application/octet-stream", $"{parsed}-message.txt"),
            null => IncidentNumbers.Unknown(parsed),
            _ => new ApiProblem(404, $"{parsed} was declared by a person: no message opened it."),
        };
    }
}

/// <summary>What is said about numbers that lead nowhere.</summary>
internal static class IncidentNumbers
{
    public static FieldProblem NotOne { get; } = new("number", "is the number of an incident, such as INC-142");

    public static ApiProblem Unknown(IncidentNumber number) => new(404, $"There is no {number}.");
}
