using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Notifications;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using Incidents.Web.Layout;
using Incidents.Web.Settings;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Console.IncidentPage>,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Layout.MessagePage>>;

namespace Incidents.Web.Console;

/// <summary>A form that <see cref="Incidents.Web.Layout.FormGuard"/> let in. It ends on the incident's page, which shows how things stand.</summary>
internal sealed class ConsoleForm(HttpContext context, WebSettings settings, IOnCallConfigurationProvider configuration, IncidentReader reader)
{
    private const string Token = "__RequestVerificationToken";

    /// <summary>Called by the framework for handlers that take a form.</summary>
    public static ValueTask<ConsoleForm> BindAsync(HttpContext context) => ValueTask.FromResult(new ConsoleForm(
        context, context.RequestServices.GetRequiredService<WebSettings>(), context.RequestServices.GetRequiredService<IOnCallConfigurationProvider>(), context.RequestServices.GetRequiredService<IncidentReader>()));

    /// <summary>A field; empty when it was not filled in.</summary>
    public string this[string name] => context.Request.Form[name] is [{ } value] ? value : "";

    /// <summary>Why the incident ended; null for a word no page of ours offers.</summary>
    public ResolveReason? Reason => this["reason"] is { Length: > 0 } word ? ResolveReasons.Read(word) : ResolveReason.Fixed;

    /// <summary>Runs an action as the person at the console.</summary>
    /// <param name="fields">What the form may hold; anything else is not from our page.</param>
    public Task<Answer> Handle(string[] fields, Func<IncidentNumber, Actor, Task<ChangeResult>> action) =>
        Handle(fields, async (number, by) => (AddressResult)new AddressResult.Done(await action(number, by)));

    /// <inheritdoc cref="Handle(string[], Func{IncidentNumber, Actor, Task{ChangeResult}})" />
    public async Task<Answer> Handle(string[] fields, Func<IncidentNumber, Actor, Task<AddressResult>> action)
    {
        if (context.Request.Form.Keys.FirstOrDefault(name => name != Token && !fields.Contains(name)) is { } unknown)
        {
            return Pages.BadRequest($"The form holds a field \"{unknown}\" that is not on the page. Nothing was changed.");
        }

        if (!IncidentNumber.TryParse(context.GetRouteValue("number") as string, out var number))
        {
            return Pages.NotFound();
        }

        return await action(number, ConsoleActor.Of(context, settings, await configuration.CurrentOrNone(CancellationToken.None))) switch
        {
            AddressResult.Done { Change: ChangeResult.Changed } => TypedResults.LocalRedirect($"/incidents/{number}"),
            AddressResult.Done { Change: ChangeResult.Ignored ignored } => await Tell(number, Why(number, ignored), ignored.Refusal == Refusal.NoConfiguration ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status409Conflict),
            AddressResult.Done { Change: ChangeResult.NotFound missing } when missing.Number != number => await Tell(number, $"there is no {missing.Number}", StatusCodes.Status400BadRequest),
            AddressResult.Unknown nobody => await Tell(number, nobody.Problem, StatusCodes.Status400BadRequest),
            _ => Pages.NotFound(),
        };
    }

    /// <summary>The page again, with whom a press would page. Nothing is changed.</summary>
    /// <param name="whom">Returns their names; null when no person or team of that id can be paged.</param>
    public async Task<Answer> AskToPage(Func<IncidentRecord, Task<string?>> whom) =>
        IncidentNumber.TryParse(context.GetRouteValue("number") as string, out var number) && await reader.Read(number, context.RequestAborted) is { } model
            ? Pages.Show<IncidentPage>(model with { Asked = new AskedToPage(this["to"], await whom(model.Story.Record)) })
            : Pages.NotFound();

    /// <summary>Keeps in the browser who acts there.</summary>
    public async Task<Answer> Keep(string person)
    {
        if (!IncidentNumber.TryParse(context.GetRouteValue("number") as string, out var number))
        {
            return Pages.NotFound();
        }

        var (actor, problem) = Acting.Identify(await configuration.Current(CancellationToken.None), person, Via.Console);
        if (actor is null || actor.IsOutsider())
        {
            return Pages.BadRequest($"The form's person {problem ?? "has to be chosen"}. Nothing was changed.");
        }

        ConsoleActor.Keep(context, actor);
        return TypedResults.LocalRedirect($"/incidents/{number}");
    }

    /// <summary>The page again, with the reason why nothing was changed.</summary>
    private async Task<Answer> Tell(IncidentNumber number, string why, int status) =>
        await reader.Read(number, context.RequestAborted) is { } model
            ? Pages.Show<IncidentPage>(model with { Notice = $"Nothing was changed: {why}. Below is how things stand now.", Draft = this["text"] }, status)
            : Pages.NotFound();

    private static string Why(IncidentNumber number, ChangeResult.Ignored ignored) => ignored switch
    {
        { Refusal: Refusal.AlreadyAcknowledged } => $"{ignored.Record.Incident.AcknowledgedBy?.Name} has it already",
        _ when ignored.Record.Incident.Number != number => $"{ignored.Record.Incident.Number}: {ignored.Refusal.InWords()}",
        _ => ignored.Refusal.InWords(),
    };
}
