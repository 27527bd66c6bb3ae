using Incidents.Application.Configuration;

namespace Incidents.Application.Schedules;

/// <summary>Where the people of a schedule read along.</summary>
internal static class ScheduleChannel
{
    /// <summary>The Slack channel of the first service whose policy asks the schedule; the catch-all's when there is none.</summary>
    public static string Of(string schedule, OnCallConfiguration settings) => settings.Slack.ChannelOf(
        settings.Services.Values.FirstOrDefault(service => service.Policy is { } policy && Asks(settings, policy, schedule)) ?? settings.CatchAll.Service);

    private static bool Asks(OnCallConfiguration settings, string policy, string schedule) =>
        settings.Policies[policy].Steps.SelectMany(step => step.Targets).Contains(new EscalationTarget.OnCall(schedule));
}
