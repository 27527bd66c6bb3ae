using Incidents.Application.Configuration;

namespace Incidents.Cli.Checking;

/// <summary>Which of some alarms belong to a service, and which would page the catch-all.</summary>
internal sealed record ClaimedAlarms(AlarmNames All, IReadOnlyList<string> Unclaimed)
{
    public static ClaimedAlarms Of(AlarmNames alarms, OnCallConfiguration settings) =>
        new(alarms, [.. alarms.Names.Where(name => settings.Claimant(name) is null)]);
}
