using Incidents.Application.Store;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Escalation;
using Incidents.Domain.Services;

namespace Incidents.Application.Schedules;

/// <summary>Where the people of a schedule read along.</summary>
internal static class ScheduleChannel
{
    /// <summary>The channel of the first service whose policy asks the schedule; the catch-all's when there is none.</summary>
    public static TeamChannel Of(ScheduleId schedule, OnCallConfiguration settings) => settings.TeamChannelOf(
        settings.Services.Values.FirstOrDefault(service => service.Policy is not null && Asks(settings, service, schedule)) ?? settings.CatchAll.Service);

    /// <summary>Whether anything pages by the schedule: a service, or the catch-all.</summary>
    public static bool IsAsked(ScheduleId schedule, OnCallConfiguration settings) =>
        settings.Services.Values.Append(settings.CatchAll.Service).Any(service => Asks(settings, service, schedule));

    /// <summary>Whether the service pages by the schedule. One without a policy pages the catch-all at once.</summary>
    public static bool Asks(OnCallConfiguration settings, Service service, ScheduleId schedule) =>
        (settings.PolicyOf(service)?.Steps ?? settings.CatchAll.Steps).SelectMany(step => step.Targets).Contains(new EscalationTarget.OnCall(schedule));
}
