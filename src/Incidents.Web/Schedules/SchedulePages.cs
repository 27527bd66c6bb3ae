using Incidents.Application.Calendars.Links;
using Incidents.Application.Configuration;
using Incidents.Application.Overrides;
using Incidents.Application.Time;
using Incidents.Domain.Configuration;
using Incidents.Web.Layout;
using Incidents.Web.Settings;
using Incidents.Web.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using NodaTime;
using NodaTime.Text;
using Answer = Microsoft.AspNetCore.Http.HttpResults.Results<
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Schedules.SchedulesPage>,
    Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<Incidents.Web.Layout.MessagePage>>;

namespace Incidents.Web.Schedules;

/// <summary>The page of schedules, and its forms for the addresses of calendars.</summary>
internal static class SchedulePages
{
    /// <summary>Where it is.</summary>
    public const string Address = "/oncall";

    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    public static void MapSchedulePages(this IEndpointRouteBuilder console)
    {
        console.MapGet(Address, Show);
        var forms = console.MapGroup($"{Address}/calendars").AddEndpointFilter<FormGuard>();
        forms.MapPost("/", Make);
        forms.MapPost("/revoke", Revoke);
    }

    private static async Task<Answer> Show(
        HttpRequest request, ICalendarStore links, RuntimeOverrides overrides, IOnCallConfigurationProvider configuration, TimeProvider clock, CancellationToken cancellation)
    {
        var settings = await configuration.Current(cancellation);
        return MonthOf(request, settings, clock.Now()) is { } month
            ? Page(month, await links.Load(cancellation), await overrides.Current(cancellation), settings, clock.Now())
            : Pages.BadRequest("A month is one such as 2026-12.");
    }

    private static async Task<Answer> Make(
        HttpContext context, WebSettings web, MakeCalendarLink make, ICalendarStore links, RuntimeOverrides overrides, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        var made = OwnerIn(context.Request.Form) is { } owner ? await make.Handle(owner, ConsoleActor.Of(context, web, await configuration.CurrentOrNone(CancellationToken.None)), CancellationToken.None) : null;
        return await After(made is null ? "Nothing was made: there is no such schedule or person." : null, made, context.Request, links, overrides, configuration, clock);
    }

    private static async Task<Answer> Revoke(
        HttpContext context, RevokeCalendarLink revoke, ICalendarStore links, RuntimeOverrides overrides, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        var ended = OwnerIn(context.Request.Form) is { } owner ? await revoke.Handle(owner, CancellationToken.None) : null;
        return await After(ended is null ? "There was no such calendar address." : $"The calendar of {ended.Owner} opens nothing any more.", made: null, context.Request, links, overrides, configuration, clock);
    }

    /// <summary>The page itself and no redirect to it: the address is shown once, and must not stand in another address.</summary>
    private static async Task<Answer> After(
        string? notice, MadeCalendarLink? made, HttpRequest request, ICalendarStore links, RuntimeOverrides overrides, IOnCallConfigurationProvider configuration, TimeProvider clock)
    {
        var settings = await configuration.Current(CancellationToken.None);
        var month = MonthOf(request, settings, clock.Now()) ?? clock.Now().InUtc().Date.ToYearMonth();
        return Page(month, await links.Load(CancellationToken.None), await overrides.Current(CancellationToken.None), settings, clock.Now(), made, notice);
    }

    private static RazorComponentResult<SchedulesPage> Page(
        YearMonth month, CalendarBook links, OverrideBook overrides, OnCallConfiguration settings, Instant now, MadeCalendarLink? made = null, string? notice = null) =>
        Pages.Show<SchedulesPage>(new SchedulesModel(
            month, ScheduleView.All(settings, links, month, now), overrides.Overrides, [.. links.Links.Where(link => link.Owner.Kind == CalendarKind.Person)], settings, made, notice, now));

    /// <summary>The month asked for, else that of today where the first schedule is; null when what is asked for is none.</summary>
    private static YearMonth? MonthOf(HttpRequest request, OnCallConfiguration settings, Instant now) => request.Query["month"] switch
    {
        [] => now.InZone(settings.Schedules.Values.FirstOrDefault()?.Definition.TimeZone ?? DateTimeZone.Utc).Date.ToYearMonth(),
        [{ } text] when YearMonthPattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } month } => month,
        _ => null,
    };

    private static CalendarOwner? OwnerIn(IFormCollection form) =>
        form["kind"] is [{ } kind] && Names.Read<CalendarKind>(kind) is { } known && form["id"] is [{ Length: > 0 } id] ? new CalendarOwner(known, id) : null;
}
