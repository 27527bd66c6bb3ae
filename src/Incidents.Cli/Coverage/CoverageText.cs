using Incidents.Application.Markdown;

namespace Incidents.Cli.Coverage;

/// <summary>A coverage report for people.</summary>
internal static class CoverageText
{
    private const int WidestName = 60;

    public static IEnumerable<string> Lines(CoverageReport report)
    {
        var width = Math.Min(WidestName, report.Alarms.Select(alarm => VisibleText.Of(alarm.Alarm.Name, WidestName).Length).DefaultIfEmpty(0).Max());
        return
        [
            .. report.Alarms.Select(alarm => Row(alarm, width)),
            .. report.Alarms.Count == 0 ? Array.Empty<string>() : ["", Summary(report), $"Topic: {report.Topic.InWords}"],
            .. report.Alarms.Count == 0 || report.ServicesByTags.Count == 0 ? Array.Empty<string>() : [$"describe-alarms tells no tags: what {string.Join(", ", report.ServicesByTags)} would claim by alarm_tags is not shown here"],
            .. Added(report),
        ];
    }

    public static string InWords(Wiring wiring) => wiring switch
    {
        Wiring.Wired => "wired",
        Wiring.NoRecovery => "no OK action",
        Wiring.ByComposite => "by composite",
        Wiring.ActionsOff => "actions off",
        Wiring.NotWired => "NOT WIRED",
        Wiring.LeftAlone => "left alone",
        _ => throw new ArgumentOutOfRangeException(nameof(wiring), wiring, "no such wiring"),
    };

    private static string Row(AlarmCoverage alarm, int width) =>
        $"{InWords(alarm.Wiring),-13} {VisibleText.Of(alarm.Alarm.Name, WidestName).PadRight(width)}  {alarm.Severity} {alarm.Service,-16} {alarm.Runbook ?? "no runbook"}{(alarm.Through is { } composite ? $"  (through {VisibleText.Of(composite, WidestName)})" : "")}";

    private static string Summary(CoverageReport report) =>
        $"{report.Alarms.Count} alarms: {report.Count(Wiring.Wired)} wired, {report.Count(Wiring.ByComposite)} by a composite, {report.Count(Wiring.NoRecovery)} without OK action, "
        + $"{report.Count(Wiring.ActionsOff)} with actions off, {report.Count(Wiring.NotWired)} not wired, {report.Count(Wiring.LeftAlone)} of target tracking; "
        + $"{report.Alarms.Count(alarm => !alarm.Claimed)} no service claims, {report.Alarms.Count(alarm => alarm.Runbook is null)} have no runbook";

    private static IEnumerable<string> Added(CoverageReport report)
    {
        var lacking = report.Alarms.Where(alarm => alarm.NeedsLines).ToList();
        return lacking.Count == 0 ? [] :
        [
            "",
            "Add where the alarm is defined. CloudFormation:",
            .. lacking.SelectMany(alarm => LinesToAdd.CloudFormation(alarm, report.Topic)).Select(line => "  " + line),
            "",
            "or Terraform:",
            .. lacking.SelectMany(alarm => LinesToAdd.Terraform(alarm, report.Topic)).Select(line => "  " + line),
        ];
    }
}
