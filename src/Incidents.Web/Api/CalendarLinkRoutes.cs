using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;

namespace Incidents.Web.Api;

/// <summary>The secret addresses under which calendar programs read shifts. What was begun runs to its end, though the caller may have gone.</summary>
internal static class CalendarLinkRoutes
{
    private const string Address = "/{id}/calendar";

    public static void MapCalendarLinks(this IEndpointRouteBuilder api)
    {
        api.MapGet("/calendars", List);
        MapOwner(api.MapGroup("/schedules"), CalendarKind.Schedule);
        MapOwner(api.MapGroup("/people"), CalendarKind.Person);
    }

    private static void MapOwner(RouteGroupBuilder owners, CalendarKind kind)
    {
        owners.MapPost(Address, (string id, HttpRequest request, MakeCalendarLink make, IOnCallConfigurationProvider configuration) =>
            Make(new CalendarOwner(kind, id), request, make, configuration)).WithMetadata(new ToldOnce());
        owners.MapDelete(Address, (string id, RevokeCalendarLink revoke) => Revoke(new CalendarOwner(kind, id), revoke));
    }

    private static async Task<Ok<CalendarLinkListResource>> List(ICalendarStore store, CancellationToken cancellation) =>
        TypedResults.Ok(new CalendarLinkListResource([.. (await store.Load(cancellation)).Links.Select(CalendarLinkResource.Of)]));

    private static async Task<Results<Created<CalendarLinkResource>, ApiProblem>> Make(
        CalendarOwner owner, HttpRequest request, MakeCalendarLink make, IOnCallConfigurationProvider configuration)
    {
        using var body = await JsonBody.Read(request, ApiActor.Field);
        var by = ApiActor.Read(body, await configuration.Current(CancellationToken.None), request);
        if (body.Problem is { } problem)
        {
            return ApiProblem.Of(problem);
        }

        return await make.Handle(owner, by, CancellationToken.None) is { } made
            ? TypedResults.Created((string?)null, CalendarLinkResource.Of(made.Link) with { Path = made.Path, Url = made.Address?.AbsoluteUri })
            : owner.Kind == CalendarKind.Schedule
                ? new ApiProblem(404, $"There is no {owner}.", "GET /api/v1/schedules lists them.", Missing: Names.Of(MissingKind.Schedule))
                : new ApiProblem(404, $"There is no {owner}.", "The configuration names the people.");
    }

    private static async Task<Results<Ok<CalendarLinkResource>, ApiProblem>> Revoke(CalendarOwner owner, RevokeCalendarLink revoke) =>
        await revoke.Handle(owner, CancellationToken.None) is { } link
            ? TypedResults.Ok(CalendarLinkResource.Of(link))
            : new ApiProblem(404, $"There is no calendar link of {owner}.", "GET /api/v1/calendars lists them.", Missing: Names.Of(MissingKind.CalendarLink));
}

/// <param name="Items">In the order they were made.</param>
internal sealed record CalendarLinkListResource(IReadOnlyList<CalendarLinkResource> Items);

/// <param name="Kind">`schedule` or `person`.</param>
/// <param name="Id">Of the one or the other.</param>
internal sealed record CalendarLinkResource(string Kind, string Id, PersonName By, Instant MadeAt)
{
    /// <summary>Relative to the root of this host. A secret, returned only to the person who created the link; null otherwise.</summary>
    public string? Path { get; init; }

    /// <summary>All of the address; null where <see cref="Path"/> is, and as long as this installation's public URL is not known.</summary>
    public string? Url { get; init; }

    public static CalendarLinkResource Of(CalendarLink link) =>
        new(Words.Names.Of(link.Owner.Kind), link.Owner.Id, new PersonName(link.By.Id, link.By.Name), link.MadeAt);
}
