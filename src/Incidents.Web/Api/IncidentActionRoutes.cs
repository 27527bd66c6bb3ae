using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.Services;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Incidents.Web.Api.IncidentSummary>, Incidents.Web.Api.ApiProblem>;

namespace Incidents.Web.Api;

/// <summary>What can be done with incidents. What was begun runs to its end, though the caller may have gone.</summary>
internal static class IncidentActionRoutes
{
    private const int LongestTitle = 250;
    private const int LongestNote = Responding.LongestNote;

    public static void MapIncidentActions(this RouteGroupBuilder incidents)
    {
        incidents.MapPost("/", Declare);
        incidents.MapPost("/{number}/acknowledge", Acknowledge);
        incidents.MapPost("/{number}/give-back", GiveBack);
        incidents.MapPost("/{number}/resolve", Resolve);
        incidents.MapPost("/{number}/reopen", Reopen);
        incidents.MapPost("/{number}/notes", Note);
        incidents.MapPost("/{number}/snooze", Snooze);
        incidents.MapPost("/{number}/mitigate", Mitigate);
    }

    private static async Task<Results<Created<IncidentSummary>, ApiProblem>> Declare(HttpRequest request, DeclareIncident declare, IOnCallConfigurationProvider configuration)
    {
        using var body = await JsonBody.Read(request, "title", "service", "severity", ApiActor.Field);
        var settings = await configuration.CurrentOrNone(CancellationToken.None);
        var by = ApiActor.Read(body, settings, request);
        var title = body.Text("title", LongestTitle) ?? "";
        var service = body.Text("service", longest: 40) is { } named ? new ServiceId(named) : CatchAll.Id;
        var severity = body.Severity("severity");
        if (body.Problem is { } problem)
        {
            return ApiProblem.Of(problem);
        }

        return await declare.Handle(title, service, severity, by, CancellationToken.None) switch
        {
            DeclareResult.Opened { Incident.Incident: var incident } => TypedResults.Created(
                $"/api/v1/incidents/{incident.Number}", IncidentSummary.Answer(incident, settings)),
            DeclareResult.Refused refused => new ApiProblem(400, $"{refused.Field}: {refused.Problem}.", Field: refused.Field),
            var other => throw new InvalidOperationException($"no answer for {other.GetType().Name}"),
        };
    }

    private static async Task<Answer> Acknowledge(ApiAction action, AcknowledgeIncident acknowledge) =>
        await action.Run(["for"], body =>
        {
            var stay = body.Text("for", longest: 40) is { } word ? StayOn.Find(word) : null;
            if (stay is null && body.Text("for", longest: 40) is not null)
            {
                body.Refuse("for", StayOn.Advice);
            }

            return (number, by) => acknowledge.Handle(number, by, CancellationToken.None, stay?.Length);
        });

    private static async Task<Answer> GiveBack(ApiAction action, GiveBackIncident giveBack) =>
        await action.Run([], _ => (number, by) => giveBack.Handle(number, by, CancellationToken.None));

    private static async Task<Answer> Resolve(ApiAction action, ResolveIncident resolve) =>
        await action.Run(["reason", "note", "confirm"], body =>
        {
            var word = body.Text("reason", longest: 40) ?? "fixed";
            var reason = ResolveReasons.Read(word);
            if (reason is null)
            {
                body.Refuse("reason", "is fixed, false-alarm or duplicate");
            }

            var note = body.Text("note", LongestNote);
            var confirmed = body.Flag("confirm");
            return (number, by) => resolve.Handle(number, by, reason ?? ResolveReason.Fixed, confirmed, note, CancellationToken.None);
        });

    private static async Task<Answer> Reopen(ApiAction action, ReopenIncident reopen) =>
        await action.Run(["why"], body =>
        {
            var why = body.Required("why", ReopenIncident.LongestReason, "says why it is not over");
            return (number, by) => reopen.Handle(number, by, why, CancellationToken.None);
        });

    private static async Task<Answer> Note(ApiAction action, AddNote notes) =>
        await action.Run(["text"], body =>
        {
            var text = body.Text("text", LongestNote);
            if (text is null)
            {
                body.Refuse("text", "is the note, and needs some text");
            }

            return (number, by) => notes.Handle(number, by, text ?? "", CancellationToken.None);
        });

    private static async Task<Answer> Snooze(ApiAction action, SnoozeIncident snooze) =>
        await action.Run(["until"], body =>
        {
            var until = SnoozeUntil.Parse(body.Text("until", longest: 40));
            if (until is null)
            {
                body.Refuse("until", "is 30m, 1h, 4h, a clock time such as 09:00, tomorrow 09:00 or fri 18:00, or an instant such as 2026-11-22T06:00:00Z");
            }

            return (number, by) => snooze.Handle(number, by, until!, CancellationToken.None);
        });

    private static async Task<Answer> Mitigate(ApiAction action, MitigateIncident mitigate) =>
        await action.Run([], _ => (number, by) => mitigate.Handle(number, by, CancellationToken.None));
}
