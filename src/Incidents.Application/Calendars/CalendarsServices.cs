using Incidents.Application.Calendars.Links;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Application.Calendars;

/// <summary>Registers the use cases of this folder: calendar feeds.</summary>
public static class CalendarsServices
{
    /// <summary>Adds them as singletons; the ports they need come from the host.</summary>
    public static IServiceCollection AddCalendars(this IServiceCollection services) => services
        .AddSingleton<MakeCalendarLink>()
        .AddSingleton<RevokeCalendarLink>()
        .AddSingleton<ReadCalendar>();
}
