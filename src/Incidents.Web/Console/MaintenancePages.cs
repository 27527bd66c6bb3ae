using System.Globalization;
using Incidents.Application.Configuration;
using Incidents.Application.Maintenance;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Web.Layout;
using Incidents.Web.Settings;
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

    public static void MapMaintenance(this IEndpointRouteBuilder console)
    {
        console.MapGet(Address, Show);
        var forms = console.MapGroup(Address).AddEndpointFilter<FormGuard>();
        forms.MapPost("/", Plan);
        forms.MapPost("/{id}/end", End);
    }

    private static async Task<RazorComponentResult<MaintenancePage>> Show(ListMaintenance maintenance, IOnCallConfigurationProvider configuration, CancellationToken cancellation) =>
        Pages.Show<MaintenancePage>(new MaintenanceModel(await maintenance.Handle(cancellation), await configuration.Current(cancellation), MaintenanceDraft.Empty, Notice: null));

    private static async Task<Answer> Plan(HttpContext context, WebSettings settings, PlanMaintenance plan, ListMaintenance maintenance, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        var draft = new MaintenanceDraft(Field("reason"), Local(Field("from")), Local(Field("to")), Field("service"), Field("alarm"), Field("tag"), Field("account"), Field("region")) { Every = Field("every"), For = Field("for") };
        ServiceId[] services = [.. Given(draft.Service).Select(id => new ServiceId(id))];
        var (now, zone) = (clock.Now(), (await configuration.Current(CancellationToken.None)).ZoneOf(services));
        var from = TimeWords.Parse(draft.From)?.In(zone, now);
        var to = TimeWords.Parse(draft.To)?.In(zone, now, from?.At);
        var recurs = draft.Every.Length > 0;
        if ((draft.From.Length > 0 && from is null) || (draft.To.Length > 0 && to is null) || (to is null && !recurs))
        {
            return await Refused($"A time is one such as 2026-09-14 09:00, by the clock of {zone.Id}: {TimeWords.Forms}.");
        }

        if ((from?.Problem ?? to?.Problem) is { } problem)
        {
            return await Refused($"Nothing was planned: {(from?.Problem is null ? "to" : "from")} {problem}.");
        }

        var asked = new MaintenanceRequest(draft.Reason, from?.At, to?.At ?? Instant.MinValue, services, Given(draft.Alarm), Given(draft.Tag))
        {
            Every = recurs ? draft.Every : null,
            Length = recurs && draft.For is [.., 'm' or 'h'] ? Lengths.Read(draft.For) : null,
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

    private static async Task<Answer> End(string id, EndMaintenance end, ListMaintenance maintenance, IOnCallConfigurationProvider configuration) =>
        await end.Handle(id, CancellationToken.None) is MaintenanceResult.Ended
            ? TypedResults.LocalRedirect(Address)
            : Pages.Show<MaintenancePage>(
                new MaintenanceModel(await maintenance.Handle(CancellationToken.None), await configuration.Current(CancellationToken.None), MaintenanceDraft.Empty, "That window was over already."),
                StatusCodes.Status409Conflict);

    private static readonly LocalDateTimePattern BrowserTime = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>A browser's `2026-09-14T09:00` is a local time.</summary>
    private static string Local(string text) => BrowserTime.Parse(text).Success ? text.Replace('T', ' ') : text;

    private static string[] Given(string text) => text.Length == 0 ? [] : [text];
}
