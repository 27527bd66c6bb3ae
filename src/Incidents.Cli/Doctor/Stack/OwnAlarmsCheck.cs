using Incidents.Cli.Coverage;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>Whether the alarms that watch this stack are there, switched on and quiet.</summary>
internal static class OwnAlarmsCheck
{
    /// <summary>Meant to fire, for five minutes of each day; whether it was paged has an alarm of its own.</summary>
    private const string DailyCheck = "SyntheticAlarm";

    /// <param name="expected">What the stack made, by name in the template.</param>
    public static IReadOnlyList<Finding> Judge(IReadOnlyDictionary<string, string> expected, AlarmListing listing)
    {
        var alarms = expected.Where(resource => resource.Key != DailyCheck).Where(resource => resource.Key.EndsWith("Alarm", StringComparison.Ordinal)).ToList();
        var found = alarms.Select(resource => (Name: resource.Value, Alarm: listing.Alarms.FirstOrDefault(alarm => alarm.Name == resource.Value || alarm.Arn.ToString() == resource.Value))).ToList();
        List<Finding> bad = [.. found.SelectMany(pair => Judge(pair.Name, pair.Alarm))];
        return alarms.Count == 0 ? [new Finding(Level.Error, "the stack has no alarms: nobody hears when it is dead", "deploy this version")]
            : bad.Count == 0 ? [new Finding(Level.Good, $"the {alarms.Count} alarms that watch this stack are there, on and quiet")]
            : bad;
    }

    private static IEnumerable<Finding> Judge(string name, DescribedAlarm? alarm) => alarm switch
    {
        null => [new Finding(Level.Error, $"the alarm {name} is gone", "somebody deleted it past the template: deploy with another AlarmName, or make the stack anew")],
        { ActionsEnabled: false } => [new Finding(Level.Error, $"the actions of the alarm {name} are switched off: it tells nobody", $"aws cloudwatch enable-alarm-actions --alarm-names {name}")],
        { AlarmActions.Count: 0 } => [new Finding(Level.Error, $"the alarm {name} tells nobody", "sam deploy, after `aws cloudformation detect-stack-drift` has shown what was changed")],
        { State: "ALARM" } => [new Finding(Level.Error, $"the alarm {name} fires now", $"follow {Runbook(alarm.Description) ?? "its runbook"}")],
        _ => [],
    };

    private static string? Runbook(string description) =>
        description.Split(' ', '\n').SkipWhile(word => word != "Runbook:").Skip(1).FirstOrDefault() is { Length: > 0 } file ? $"runbooks/{file}" : null;
}
