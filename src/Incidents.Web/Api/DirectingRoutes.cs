using Incidents.Application.Actions;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<Microsoft.AspNetCore.Http.HttpResults.Ok<Incidents.Web.Api.IncidentSummary>, Incidents.Web.Api.ApiProblem>;

namespace Incidents.Web.Api;

/// <summary>How a response is directed: who else is paged, how bad it is, who leads, what it has to do with.</summary>
internal static class DirectingRoutes
{
    private const int LongestId = 80;

    public static void MapDirecting(this RouteGroupBuilder incidents)
    {
        incidents.MapPost("/{number}/escalate", Escalate);
        incidents.MapPost("/{number}/reassign", Reassign);
        incidents.MapPost("/{number}/page-also", PageMore);
        incidents.MapPost("/{number}/severity", Grade);
        incidents.MapPost("/{number}/title", Entitle);
        incidents.MapPost("/{number}/roles", Assign);
        incidents.MapPost("/{number}/link", Link);
        incidents.MapPost("/{number}/merge", Merge);
    }

    private static async Task<Answer> Escalate(ApiAction action, EscalateIncident escalate) =>
        await action.Run([], _ => (number, by) => escalate.Handle(number, by, CancellationToken.None));

    private static async Task<Answer> Reassign(ApiAction action, ReassignIncident reassign) =>
        await action.Run(["to"], body =>
        {
            var to = body.Required("to", LongestId, "is the id of a person, a team or a policy");
            return (number, by) => reassign.Handle(number, by, to, CancellationToken.None);
        });

    private static async Task<Answer> PageMore(ApiAction action, PageAlso page) =>
        await action.Run(["to"], body =>
        {
            var to = body.Required("to", LongestId, "is the id of a person or a team");
            return (number, by) => page.Handle(number, by, to, CancellationToken.None);
        });

    private static async Task<Answer> Grade(ApiAction action, ChangeSeverity change) =>
        await action.Run(["severity", "why"], body =>
        {
            var severity = body.Severity("severity");
            if (severity is null)
            {
                body.Refuse("severity", "is Sev1, Sev2, Sev3 or Sev4");
            }

            var why = body.Text("why", ChangeSeverity.LongestReason);
            return (number, by) => change.Handle(number, by, severity ?? Severity.Sev2, why, CancellationToken.None);
        });

    private static async Task<Answer> Entitle(ApiAction action, EntitleIncident entitle) =>
        await action.Run(["title"], body =>
        {
            var title = body.Required("title", Directing.LongestTitle, $"is what to call it, 1 to {Directing.LongestTitle} characters");
            return (number, by) => entitle.Handle(number, by, title, CancellationToken.None);
        });

    private static async Task<Answer> Assign(ApiAction action, AssignRole assign) =>
        await action.Run(["person", "role"], body =>
        {
            var role = Names.Read<ResponseRole>(body.Text("role", LongestId) ?? "");
            if (role is null)
            {
                body.Refuse("role", "is commander or scribe");
            }

            var person = body.Required("person", LongestId, "is the id of a person");
            return (number, by) => assign.Handle(number, by, role ?? ResponseRole.Scribe, new PersonId(person), CancellationToken.None);
        });

    private static async Task<Answer> Link(ApiAction action, LinkIncidents link) =>
        await action.Run(["to"], body =>
        {
            var other = Other(body, "to");
            return (number, by) => link.Handle(number, other, by, CancellationToken.None);
        });

    private static async Task<Answer> Merge(ApiAction action, MergeIncidents merge) =>
        await action.Run(["into"], body =>
        {
            var into = Other(body, "into");
            return (number, by) => merge.Handle(number, into, by, CancellationToken.None);
        });

    private static IncidentNumber Other(JsonBody body, string field)
    {
        if (!IncidentNumber.TryParse(body.Text(field, LongestId), out var other))
        {
            body.Refuse(field, IncidentNumbers.NotOne.Problem);
        }

        return other;
    }
}
