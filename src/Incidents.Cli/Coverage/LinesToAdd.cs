using System.Text.Encodings.Web;
using System.Text.Json;
using Incidents.Application.Markdown;

namespace Incidents.Cli.Coverage;

/// <summary>
/// What to write into the template that made an alarm, its present actions kept. There is no PutMetricAlarm among it: that call replaces
/// the whole alarm by what it is given, and the template would undo it at its next deployment.
/// </summary>
internal static class LinesToAdd
{
    public static IEnumerable<string> CloudFormation(AlarmCoverage covered, AlarmTopic topic) =>
    [
        $"# {VisibleText.Of(covered.Alarm.Name)}: Properties of its {(covered.Alarm.IsComposite ? "AWS::CloudWatch::CompositeAlarm" : "AWS::CloudWatch::Alarm")}",
        "ActionsEnabled: true",
        $"AlarmActions: [{string.Join(", ", With(covered.Alarm.AlarmActions, topic).Select(Quoted))}]",
        $"OKActions: [{string.Join(", ", With(covered.Alarm.OkActions, topic).Select(Quoted))}]",
    ];

    public static IEnumerable<string> Terraform(AlarmCoverage covered, AlarmTopic topic) =>
    [
        $"# {VisibleText.Of(covered.Alarm.Name)}: its {(covered.Alarm.IsComposite ? "aws_cloudwatch_composite_alarm" : "aws_cloudwatch_metric_alarm")}",
        "actions_enabled = true",
        $"alarm_actions   = [{string.Join(", ", With(covered.Alarm.AlarmActions, topic).Select(Plain))}]",
        $"ok_actions      = [{string.Join(", ", With(covered.Alarm.OkActions, topic).Select(Plain))}]",
    ];

    private static IEnumerable<string> With(IReadOnlyList<string> actions, AlarmTopic topic) => topic.IsAmong(actions) ? actions : [.. actions, topic.ToAdd];

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(VisibleText.Of(text), JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";

    /// <summary>Terraform fills `${…}` and `%{…}` in, which an action from outside must not.</summary>
    private static string Plain(string text) => Quoted(text).Replace("${", "$${", StringComparison.Ordinal).Replace("%{", "%%{", StringComparison.Ordinal);
}
