using NodaTime;
using NodaTime.Text;

namespace Incidents.Scenarios.Tests;

/// <summary>CloudWatch bodies as small as they can be and still be real.</summary>
internal static class AlarmBody
{
    private const string Prefix = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:";

    public static string Metric(string name, string state, Instant at, string? region = null, string description = "", string account = "123456789012") => $$"""
        { "AlarmName":"{{name}}","AlarmDescription":"{{description}}","AWSAccountId":"{{account}}","NewStateValue":"{{state}}",
         "NewStateReason":"Threshold Crossed: 1 datapoint [7.25 (14/09/26 11:17:00)] was greater than the threshold (5.0).",
         "StateChangeTime":"{{Time(at)}}","Region":"EU (Ireland)","AlarmArn":"arn:aws:cloudwatch:{{region ?? "eu-west-1"}}:{{account}}:alarm:{{name}}",
         "OldStateValue":"{{(state == "ALARM" ? "OK" : "ALARM")}}","Trigger":{"MetricName":"Errors","Namespace":"AWS/Lambda","Statistic":"SUM","Dimensions":[],"Threshold":5.0,"ComparisonOperator":"GreaterThanThreshold","Period":60} }
        """;

    public static string Contributor(string name, string state, Instant at, string id) => $$"""
        { "AlarmName":"{{name}}","AWSAccountId":"123456789012","NewStateValue":"{{state}}","NewStateReason":"because","StateChangeTime":"{{Time(at)}}","Region":"EU (Ireland)",
         "AlarmArn":"{{Prefix}}{{name}}","AlarmContributorId":"{{id}}","AlarmContributorAttributes":{"Team":"{{id}}"},"Trigger":{"Metrics":[]} }
        """;

    public static string Composite(string name, string state, Instant at, params string[] children) => $$"""
        { "AlarmName":"{{name}}","AWSAccountId":"123456789012","NewStateValue":"{{state}}","NewStateReason":"{{Prefix}}{{children[0]}} transitioned to {{state}}","StateChangeTime":"{{Time(at)}}",
         "Region":"EU (Ireland)","AlarmArn":"{{Prefix}}{{name}}","OldStateValue":"OK","AlarmRule":"{{string.Join(" OR ", children.Select(c => $"ALARM({c})"))}}",
         "TriggeringChildren":[{"Arn":"{{Prefix}}{{children[0]}}","State":{"Value":"{{state}}","Timestamp":"{{Time(at)}}"} } ] }
        """;

    /// <summary>The same change as EventBridge tells it.</summary>
    public static string Event(string name, string state, Instant at) => $$"""
        { "version":"0","id":"c4c1c1c9-6542-e61b-6ef0-8c4d36933a92","detail-type":"CloudWatch Alarm State Change","source":"aws.cloudwatch","account":"123456789012","time":"{{Time(at)}}","region":"eu-west-1",
         "resources":["{{Prefix}}{{name}}"],"detail":{"alarmName":"{{name}}","configuration":{},"state":{"reason":"because","timestamp":"{{Time(at)}}","value":"{{state}}"} } }
        """;

    private static string Time(Instant at) => InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'+0000'").Format(at);
}
