using Incidents.Application.Configuration;
using Incidents.Application.Maintenance;
using Incidents.Web.Door;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Console.MaintenancePage>>;

namespace Incidents.Web.Console;

/// <summary>The page of maintenance windows and its forms.</summary>
internal static class MaintenancePages
{
    private const string Address = "/maintenance";

    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    public static void MapMaintenance(this IEndpointRouteBuilder console)
    {
        console.MapGet(Address, Show);
        var forms = console.MapGroup(Address).AddEndpointFilter<FormGuard>();
        forms.MapPost("/", Plan);
        forms.MapPost("/{id}/end", End);
    }

    private static async Task<RazorComponentResult<MaintenancePage>> Show(ListMaintenance maintenance, IConfigurationSource configuration, CancellationToken cancellation) =>
        Pages.Show<MaintenancePage>(new MaintenanceModel(await maintenance.Handle(cancellation), await configuration.Current(cancellation), MaintenanceDraft.Empty, Notice: null));

    private static async Task<Answer> Plan(HttpContext context, WebSettings settings, PlanMaintenance plan, ListMaintenance maintenance, IConfigurationSource configuration)
    {
        var draft = new MaintenanceDraft(Field("reason"), Field("from"), Field("to"), Field("service"), Field("alarm"), Field("tag"), Field("account"), Field("region"));
        if ((draft.From.Length > 0 && Read(draft.From) is null) || Read(draft.To) is not { } to)
        {
            return await Refused("A time is one such as 2026-09-14T09:00, in UTC.");
        }

        var asked = new MaintenanceRequest(draft.Reason, Read(draft.From), to, Given(draft.Service), Given(draft.Alarm), Given(draft.Tag))
        {
            Accounts = Given(draft.Account),
            Regions = Given(draft.Region),
        };
        return await plan.Handle(asked, ConsoleActor.Of(context, settings, await configuration.CurrentOrNone(CancellationToken.None)), CancellationToken.None) is MaintenanceResult.Refused refused
            ? await Refused($"Nothing was planned: {refused.Field} {refused.Problem}.")
            : TypedResults.LocalRedirect(Address);

        string Field(string name) => context.Request.Form[name] is [{ } value] ? value.Trim() : "";

        async Task<Answer> Refused(string notice) => Pages.Show<MaintenancePage>(
            new MaintenanceModel(await maintenance.Handle(CancellationToken.None), await configuration.Current(CancellationToken.None), draft, notice), StatusCodes.Status400BadRequest);
    }

    private static async Task<Answer> End(string id, EndMaintenance end, ListMaintenance maintenance, IConfigurationSource configuration) =>
        await end.Handle(id, CancellationToken.None) is MaintenanceResult.Ended
            ? TypedResults.LocalRedirect(Address)
            : Pages.Show<MaintenancePage>(
                new MaintenanceModel(await maintenance.Handle(CancellationToken.None), await configuration.Current(CancellationToken.None), MaintenanceDraft.Empty, "That window was over already."),
                StatusCodes.Status409Conflict);

    private static Instant? Read(string text) => Minute.Parse(text) is { Success: true, Value: var local } ? local.InUtc().ToInstant() : null;

    private static string[] Given(string text) => text.Length == 0 ? [] : [text];
}
