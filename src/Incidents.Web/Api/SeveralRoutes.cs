using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Incidents.Web.Api.SeveralResource>, Incidents.Web.Api.ApiProblem>;

namespace Incidents.Web.Api;

/// <summary>One act on several incidents. The answer is 200 although some were refused: it says so of each.</summary>
internal static class SeveralRoutes
{
    private const string Ids = "ids";
    private const string Mine = "mine";
    private const string For = "for";

    public static void MapSeveral(this RouteGroupBuilder incidents)
    {
        incidents.MapPost("/acknowledge", Acknowledge);
        incidents.MapPost("/resolve", Resolve);
        incidents.MapPost("/merge", Merge);
    }

    private static async Task<Answer> Acknowledge(HttpRequest request, ActOnSeveral several, IOnCallConfigurationProvider configuration)
    {
        using var body = await JsonBody.Read(request, Ids, Mine, For, ApiActor.Field);
        var stay = body.Text(For, longest: 40) is { } word ? StayOn.Find(word) : null;
        if (stay is null && body.Text(For, longest: 40) is not null)
        {
            body.Refuse(For, StayOn.Advice);
        }

        var settings = await configuration.CurrentOrNone(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var mine = body.Flag(Mine);
        if (mine && settings?.FindPerson(by.AsPerson()) is null)
        {
            body.Refuse(ApiActor.Field, $"is the id of a person, whose pages \"{Mine}\" asks for");
        }

        var numbers = mine && body.Problem is null ? await several.PagedFor(by.AsPerson(), CancellationToken.None) : Numbers(body, mayBeEmpty: mine);
        return body.Problem is { } problem ? ApiProblem.Of(problem) : Told(await several.Acknowledge(numbers, by, CancellationToken.None, stay?.Length), settings);
    }

    private static async Task<Answer> Resolve(HttpRequest request, ActOnSeveral several, IOnCallConfigurationProvider configuration)
    {
        using var body = await JsonBody.Read(request, Ids, "reason", "note", "confirm", ApiActor.Field);
        var settings = await configuration.CurrentOrNone(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var numbers = Numbers(body, mayBeEmpty: false);
        var reason = ResolveReasons.Read(body.Text("reason", longest: 40) ?? "fixed");
        if (reason is null)
        {
            body.Refuse("reason", "is fixed, false-alarm or duplicate");
        }

        var note = body.Text("note", Responding.LongestNote);
        var confirmed = body.Flag("confirm");
        return body.Problem is { } problem
            ? ApiProblem.Of(problem)
            : Told(await several.Resolve(numbers, by, reason ?? ResolveReason.Fixed, confirmed, note, CancellationToken.None), settings);
    }

    private static async Task<Answer> Merge(HttpRequest request, ActOnSeveral several, IOnCallConfigurationProvider configuration)
    {
        using var body = await JsonBody.Read(request, Ids, "into", ApiActor.Field);
        var settings = await configuration.CurrentOrNone(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var numbers = Numbers(body, mayBeEmpty: false);
        if (!IncidentNumber.TryParse(body.Text("into", longest: 40), out var into))
        {
            body.Refuse("into", IncidentNumbers.NotOne.Problem);
        }

        return body.Problem is { } problem ? ApiProblem.Of(problem) : Told(await several.Merge(numbers, into, by, CancellationToken.None), settings);
    }

    private static List<IncidentNumber> Numbers(JsonBody body, bool mayBeEmpty)
    {
        var numbers = new List<IncidentNumber>();
        foreach (var text in body.Texts(Ids))
        {
            if (IncidentNumber.TryParse(text, out var number))
            {
                numbers.Add(number);
            }
            else
            {
                body.Refuse(Ids, "holds something that is no incident: each is INC-7 or 7");
            }
        }

        if (numbers.Count == 0 && !mayBeEmpty)
        {
            body.Refuse(Ids, $"is a list of 1 to {ActOnSeveral.Most} incidents such as [\"INC-4\", \"INC-7\"]");
        }

        return numbers;
    }

    private static Ok<SeveralResource> Told(IReadOnlyList<SeveralResult> results, OnCallConfiguration? settings) =>
        TypedResults.Ok(new SeveralResource([.. results.Select(result => SeveralItem.Of(result, settings))]));
}
