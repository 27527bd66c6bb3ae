using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli;

/// <summary>Alarms as CloudWatch publishes them, about any service.</summary>
internal static class SampleAlarm
{
    private const string Prefix = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:";
    private const string SyntheticName = "incidents-synthetic";

    /// <summary>ARN of the alarm that a local installation takes for its daily check.</summary>
    public const string SyntheticArn = Prefix + SyntheticName;

    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'+0000'");
    private static readonly InstantPattern LongTimes = InstantPattern.CreateWithInvariantCulture("dddd dd MMMM, uuuu HH':'mm':'ss 'UTC'");

    /// <summary>The alarm a team would page on: a composite of two others.</summary>
    public static string Composite(string service, bool ok, Instant now)
    {
        var (state, old) = ok ? ("OK", "ALARM") : ("ALARM", "OK");
        var child = $"{Prefix}{service}-5xx-rate";
        var changed = now - Duration.FromMilliseconds(1_500);
        var body = Body($"{service}-service-degraded", $"Customers cannot use {service}: 5xx rate high and success rate low. SEV1", state, old, now);
        body["NewStateReason"] = $"{child} transitioned to {state} at {LongTimes.Format(changed)}";
        body["AlarmRule"] = $"ALARM(\"{service}-5xx-rate\") AND ALARM(\"{service}-success-rate-low\")";
        body["TriggeringChildren"] = new JsonArray(new JsonObject { ["Arn"] = child, ["State"] = new JsonObject { ["Value"] = state, ["Timestamp"] = Times.Format(changed) } });
        return body.ToJsonString();
    }

    /// <summary>An alarm on one metric, as there are most.</summary>
    /// <param name="suffix">Tells several alarms of one service apart.</param>
    public static string Metric(string service, Instant now, string suffix = "", bool ok = false)
    {
        var (state, old) = ok ? ("OK", "ALARM") : ("ALARM", "OK");
        var body = Body($"{service}-5xx-rate{suffix}", "5xx share of all requests above 5%", state, old, now);
        body["NewStateReason"] = "Threshold Crossed: 1 datapoint [12.4 (14/09/26 11:17:00)] was greater than the threshold (5.0).";
        body["Trigger"] = new JsonObject
        {
            ["MetricName"] = "5xx",
            ["Namespace"] = "Checkout",
            ["StatisticType"] = "Statistic",
            ["Statistic"] = "AVERAGE",
            ["Unit"] = "Percent",
            ["Dimensions"] = new JsonArray(new JsonObject { ["value"] = service, ["name"] = "Service" }),
            ["Period"] = 60,
            ["EvaluationPeriods"] = 1,
            ["ComparisonOperator"] = "GreaterThanThreshold",
            ["Threshold"] = 5.0,
            ["TreatMissingData"] = "missing",
        };
        return body.ToJsonString();
    }

    /// <summary>The alarm that fires once a day to be paged, as the stack makes it.</summary>
    public static string Synthetic(Instant now, bool ok)
    {
        var (state, old) = ok ? ("OK", "ALARM") : ("ALARM", "OK");
        var body = Body(SyntheticName, "Fires once a day to prove that alarms become pages.", state, old, now);
        body["NewStateReason"] = $"Threshold Crossed: 1 datapoint [{(ok ? "0.0" : "1.0")} (14/09/26 09:00:00)] was {(ok ? "not " : "")}greater than or equal to the threshold (1.0).";
        return body.ToJsonString();
    }

    private static JsonObject Body(string name, string description, string state, string old, Instant now) => new()
    {
        ["AlarmName"] = name,
        ["AlarmDescription"] = description,
        ["AWSAccountId"] = "123456789012",
        ["NewStateValue"] = state,
        ["NewStateReason"] = "",
        ["StateChangeTime"] = Times.Format(now),
        ["Region"] = "EU (Ireland)",
        ["AlarmArn"] = Prefix + name,
        ["OldStateValue"] = old,
        ["ActionExecutedAfterMuteWindow"] = false,
        ["OKActions"] = new JsonArray("arn:aws:sns:eu-west-1:123456789012:incidents"),
        ["AlarmActions"] = new JsonArray("arn:aws:sns:eu-west-1:123456789012:incidents"),
        ["InsufficientDataActions"] = new JsonArray(),
    };
}
