using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>
/// The JSON that CloudWatch puts into an SNS message, of metric, composite and later alarms alike:
/// whatever carries AlarmName and NewStateValue is an alarm, known shape or not.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Notify_Users_Alarm_Changes.html</remarks>
internal static class CloudWatchBody
{
    public static bool Matches(JsonElement body) =>
        body.Names("NewStateValue") || body.Names("AlarmName") || body.Names("AlarmArn");

    public static AlarmFacts Read(JsonElement body) => new()
    {
        Arn = body.Text("AlarmArn"),
        Name = body.Text("AlarmName"),
        Account = body.Text("AWSAccountId"),
        Region = body.Text("Region"),
        State = body.Text("NewStateValue"),
        PreviousState = body.Text("OldStateValue"),
        Reason = body.Text("NewStateReason"),
        Description = body.Text("AlarmDescription"),
        ChangedAt = body.Field("StateChangeTime"),
        ContributorId = body.Text("AlarmContributorId"),
        ContributorAttributes = body.Field("AlarmContributorAttributes"),
        MetricSource = body.Field("Trigger"),
        Rule = body.Text("AlarmRule"),
        TriggeringChildren = body.Field("TriggeringChildren"),
        Tags = body.Field("AlarmTags", "alarmTags"),
        AfterMuteWindow = body.Field("ActionExecutedAfterMuteWindow")?.ValueKind == JsonValueKind.True,
    };
}
