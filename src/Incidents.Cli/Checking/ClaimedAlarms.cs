using Incidents.Application.Configuration;

namespace Incidents.Cli.Checking;

/// <summary>Which of some alarms belong to a service, and which would page the catch-all.</summary>
/// <param name="TagsCount">Some service claims alarms by tags, which a list of names does not hold.</param>
internal sealed record ClaimedAlarms(AlarmNames All, IReadOnlyList<string> Unclaimed, bool TagsCount)
{
    public static ClaimedAlarms Of(AlarmNames alarms, OnCallConfiguration settings) =>
        new(alarms, [.. alarms.Names.Where(name => settings.Claimant(name) is null)], settings.Services.Values.Any(service => service.AlarmTags.Count > 0));
}
