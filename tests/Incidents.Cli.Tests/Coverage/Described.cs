using System.Text.Json.Nodes;

namespace Incidents.Cli.Tests.Coverage;

/// <summary>Answers of DescribeAlarms.</summary>
internal static class Described
{
    public const string Topic = "arn:aws:sns:eu-west-1:123456789012:incidents-AlarmTopic-1ABC";

    public static string Page(params JsonObject[] alarms) => new JsonObject
    {
        ["MetricAlarms"] = new JsonArray([.. alarms.Where(alarm => !alarm.ContainsKey("AlarmRule"))]),
        ["CompositeAlarms"] = new JsonArray([.. alarms.Where(alarm => alarm.ContainsKey("AlarmRule"))]),
    }.ToJsonString();

    public static JsonObject Alarm(string name, bool enabled = true, string[]? actions = null, string[]? ok = null, string? rule = null)
    {
        var alarm = new JsonObject
        {
            ["AlarmName"] = name,
            ["AlarmArn"] = $"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{name}",
            ["ActionsEnabled"] = enabled,
            ["AlarmActions"] = new JsonArray([.. (actions ?? [Topic]).Select(action => JsonValue.Create(action))]),
            ["OKActions"] = new JsonArray([.. (ok ?? [Topic]).Select(action => JsonValue.Create(action))]),
        };
        if (rule is not null)
        {
            alarm["AlarmRule"] = rule;
        }

        return alarm;
    }
}
