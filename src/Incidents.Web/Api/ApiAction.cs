using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Web.Lists;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Web.Api;

/// <summary>One request to change one incident.</summary>
internal sealed class ApiAction(HttpContext context, IOnCallConfigurationProvider configuration)
{
    /// <summary>Called by the framework for handlers that take an action.</summary>
    public static ValueTask<ApiAction> BindAsync(HttpContext context) =>
        ValueTask.FromResult(new ApiAction(context, context.RequestServices.GetRequiredService<IOnCallConfigurationProvider>()));

    /// <summary>Runs a change, unless something about the request is wrong.</summary>
    /// <param name="fields">What the body may hold beside who acts. Where the change needs a target, the first names it.</param>
    /// <param name="read">Takes from the body what the change needs.</param>
    public Task<Results<Ok<IncidentSummary>, ApiProblem>> Run(string[] fields, Func<JsonBody, Func<IncidentNumber, Actor, Task<ChangeResult>>> read) =>
        Run(fields, body =>
        {
            var change = read(body);
            return async (number, by) => (AddressResult)new AddressResult.Done(await change(number, by));
        });

    /// <inheritdoc cref="Run(string[], Func{JsonBody, Func{IncidentNumber, Actor, Task{ChangeResult}}})" />
    public async Task<Results<Ok<IncidentSummary>, ApiProblem>> Run(string[] fields, Func<JsonBody, Func<IncidentNumber, Actor, Task<AddressResult>>> read)
    {
        if (!IncidentNumber.TryParse(context.GetRouteValue("number") as string, out var number))
        {
            return ApiProblem.Of(IncidentNumbers.NotOne);
        }

        using var body = await JsonBody.Read(context.Request, [.. fields, ApiActor.Field]);
        var change = read(body);
        var settings = await configuration.CurrentOrNone(CancellationToken.None);
        var by = ApiActor.Read(body, settings, context.Request);
        if (body.Problem is { } problem)
        {
            return ApiProblem.Of(problem);
        }

        return await change(number, by) switch
        {
            AddressResult.Unknown unknown => new ApiProblem(400, $"{fields[0]}: {unknown.Problem}.", Field: fields[0]),
            AddressResult.Done { Change: ChangeResult.Changed changed } => TypedResults.Ok(IncidentSummary.Answer(changed.After.Incident, settings)),
            AddressResult.Done { Change: ChangeResult.Ignored ignored } => Refused(number, ignored),
            AddressResult.Done { Change: ChangeResult.NotFound missing } when missing.Number != number => ApiProblem.Of(new FieldProblem(fields[0], $"names {missing.Number}, which does not exist")),
            _ => IncidentNumbers.Unknown(number),
        };
    }

    private static ApiProblem Refused(IncidentNumber number, ChangeResult.Ignored ignored)
    {
        var other = ignored.Record.Incident.Number;
        var why = ignored.Refusal.InWords();
        return new ApiProblem(ignored.Refusal == Refusal.NoConfiguration ? 503 : 409, $"{number} was not changed: {(other == number ? why : $"{other}, {why}")}.", Hint(ignored), Refusal: Names.Of(ignored.Refusal));
    }

    private static string? Hint(ChangeResult.Ignored ignored) => ignored switch
    {
        { Refusal: Refusal.StillFiring } => "Send \"confirm\": true.",
        { Refusal: Refusal.AlreadyAcknowledged, Record.Incident.AcknowledgedBy: { } by } => $"{by.Name} has it.",
        _ => null,
    };
}
