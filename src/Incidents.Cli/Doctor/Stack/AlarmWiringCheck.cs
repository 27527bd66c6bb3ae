using Incidents.Adapters.CommandLine.Inspection;
using Incidents.Application.Runbooks;
using Incidents.Cli.Coverage;

namespace Incidents.Cli.Doctor.Stack;

/// <summary>The alarms of the account: those that watch this stack, and those that should lead here.</summary>
internal static class AlarmWiringCheck
{
    private const int MostNamed = 5;

    public static async Task<IReadOnlyList<Finding>> Look(StackCheckContext context, CancellationToken cancellation)
    {
        var listing = AlarmListing.Read("cloudwatch:DescribeAlarms", await new WatchReader(context.Account).Alarms(cancellation));
        return [.. OwnAlarmsCheck.Judge(context.Stack.Resources, listing), .. Others(context, listing)];
    }

    private static IEnumerable<Finding> Others(StackCheckContext context, AlarmListing listing)
    {
        if (context.Configuration is not { } settings || context.Stack.Outputs.GetValueOrDefault("AlarmTopicArn") is not { } topic)
        {
            yield break;
        }

        var ours = context.Stack.Resources.Values.ToHashSet();
        var others = listing with { Alarms = [.. listing.Alarms.Where(alarm => !ours.Contains(alarm.Name) && !ours.Contains(alarm.Arn.ToString()))] };
        var report = CoverageReport.Of(others, new AlarmTopic([topic]), settings, RunbookLibrary.Empty);
        var byEvents = context.Parameter("AlarmEvents") == "on";
        var lost = report.Alarms.Where(alarm => alarm.Wiring is Wiring.NotWired or Wiring.ActionsOff && !byEvents).ToList();
        var open = report.Alarms.Where(alarm => alarm.Wiring is Wiring.NoRecovery && !byEvents).ToList();
        var lines = $"aws cloudwatch describe-alarms --alarm-types MetricAlarm CompositeAlarm --output json | ./incidents alarms coverage - --topic {topic}";
        if (report.Alarms.Count == 0)
        {
            yield return new Finding(Level.Warning, "no alarm of this account and region leads here", "wire one: docs/deploy.md, \"Steps\"");
        }

        if (lost.Count > 0)
        {
            yield return new Finding(Level.Warning, $"{lost.Count} of {report.Alarms.Count} alarms open no incident: {Named(lost)}", lines);
        }

        if (open.Count > 0)
        {
            yield return new Finding(Level.Warning, $"{open.Count} alarms open incidents that never recover, for want of an OK action: {Named(open)}", lines);
        }

        if (report.Alarms.Count > 0 && lost.Count + open.Count == 0)
        {
            yield return new Finding(Level.Good, $"all {report.Alarms.Count} other alarms of this account and region lead here");
        }
    }

    private static string Named(List<AlarmCoverage> alarms) =>
        string.Join(", ", alarms.Take(MostNamed).Select(alarm => Application.Markdown.VisibleText.Of(alarm.Alarm.Name, 60))) + (alarms.Count > MostNamed ? ", …" : "");
}
