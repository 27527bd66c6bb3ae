using System.Text;
using System.Text.Json;
using Incidents.Application.Alarms;
using Incidents.Domain.Alarms;
using NodaTime;

namespace Incidents.Adapters.Aws;

/// <summary>Reads the answer of DescribeAlarms. An alarm that does not say which it is, or since when, is left out: the others count.</summary>
internal static class DescribedAlarms
{
    private static readonly string[] WhatIsMeasured =
    [
        "MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "Unit", "EvaluationPeriods", "DatapointsToAlarm",
        "Threshold", "ComparisonOperator", "TreatMissingData", "Metrics", "ThresholdMetricId",
    ];

    public static IEnumerable<FiringAlarm> Read(JsonElement answer) => Alarms(answer).Select(ReadFiring).OfType<FiringAlarm>();

    /// <returns>Null when the alarm is not among them.</returns>
    public static AlarmState? StateOf(string arn, JsonElement answer) =>
        Alarms(answer).Where(alarm => Text(alarm, "AlarmArn") == arn).Select(alarm => Text(alarm, "StateValue")).FirstOrDefault() switch
        {
            "OK" => AlarmState.Ok,
            "ALARM" => AlarmState.Alarm,
            "INSUFFICIENT_DATA" => AlarmState.InsufficientData,
            _ => null,
        };

    private static IEnumerable<JsonElement> Alarms(JsonElement answer) => Items(answer, "MetricAlarms").Concat(Items(answer, "CompositeAlarms"));

    /// <summary>An alarm's state may be evaluated anew without changing; the time of the transition is that of the change.</summary>
    private static FiringAlarm? ReadFiring(JsonElement alarm) =>
        Text(alarm, "StateValue") == "ALARM"
        && Text(alarm, "AlarmArn") is { } arn
        && Text(alarm, "AlarmName") is { } name
        && (Time(alarm, "StateTransitionedTimestamp") ?? Time(alarm, "StateUpdatedTimestamp")) is { } since
            ? new FiringAlarm
            {
                Arn = arn,
                Name = name,
                Since = since,
                Description = Text(alarm, "AlarmDescription") ?? "",
                Reason = Text(alarm, "StateReason") ?? "",
                ActionsEnabled = alarm.TryGetProperty("ActionsEnabled", out var enabled) && enabled.ValueKind == JsonValueKind.True,
                Actions = [.. Items(alarm, "AlarmActions").Where(action => action.ValueKind == JsonValueKind.String).Select(action => action.GetString()!)],
                SuppressedBy = Text(alarm, "ActionsSuppressedBy"),
                Rule = Text(alarm, "AlarmRule"),
                Metric = Text(alarm, "AlarmRule") is null ? Metric(alarm) : null,
            }
            : null;

    private static string Metric(JsonElement alarm)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var property in alarm.EnumerateObject().Where(p => WhatIsMeasured.Contains(p.Name)))
            {
                property.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static Instant? Time(JsonElement alarm, string name) =>
        alarm.TryGetProperty(name, out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetDecimal(out var seconds) && seconds is > 0 and < 253_402_300_800
            ? Instant.FromUnixTimeTicks((long)(seconds * NodaConstants.TicksPerSecond))
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static List<JsonElement> Items(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];
}
