using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli;

/// <summary>A composite alarm as CloudWatch publishes it, about a service of the sample configuration.</summary>
internal static class SampleAlarm
{
    private const string Prefix = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:";
    private static readonly InstantPattern Times = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'+0000'");
    private static readonly InstantPattern LongTimes = InstantPattern.CreateWithInvariantCulture("dddd dd MMMM, uuuu HH':'mm':'ss 'UTC'");

    public static string Of(string service, bool ok, Instant now)
    {
        var (state, old) = ok ? ("OK", "ALARM") : ("ALARM", "OK");
        var child = $"{Prefix}{service}-5xx-rate";
        var changed = now - Duration.FromMilliseconds(1_500);
        return new JsonObject
        {
            ["AlarmName"] = $"{service}-service-degraded",
            ["AlarmDescription"] = $"Customers cannot use {service}: 5xx rate high and success rate low. SEV1",
            ["AWSAccountId"] = "123456789012",
            ["NewStateValue"] = state,
            ["NewStateReason"] = $"{child} transitioned to {state} at {LongTimes.Format(changed)}",
            ["StateChangeTime"] = Times.Format(now),
            ["Region"] = "EU (Ireland)",
            ["AlarmArn"] = $"{Prefix}{service}-service-degraded",
            ["OKActions"] = new JsonArray("arn:aws:sns:eu-west-1:123456789012:incidents"),
            ["AlarmActions"] = new JsonArray("arn:aws:sns:eu-west-1:123456789012:incidents"),
            ["InsufficientDataActions"] = new JsonArray(),
            ["ActionExecutedAfterMuteWindow"] = false,
            ["OldStateValue"] = old,
            ["AlarmRule"] = $"ALARM(\"{service}-5xx-rate\") AND ALARM(\"{service}-success-rate-low\")",
            ["TriggeringChildren"] = new JsonArray(new JsonObject { ["Arn"] = child, ["State"] = new JsonObject { ["Value"] = state, ["Timestamp"] = Times.Format(changed) } }),
        }.ToJsonString();
    }
}
