using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>
/// An alarm as an event: from EventBridge, where it is sent even when the alarm's actions are suppressed or muted, or from
/// CloudWatch calling a function directly, which has the same parts under other names.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html</remarks>
internal static class AlarmEvent
{
    /// <summary>Any event of CloudWatch that gives an alarm a state, so that kinds to come are alarms too; except that of its configuration.</summary>
    public static bool Matches(JsonElement root) =>
        root.Field("alarmData")?.ValueKind == JsonValueKind.Object
        || (root.Text("source") == "aws.cloudwatch"
            && root.Text("detail-type") is not (null or "CloudWatch Alarm Configuration Change")
            && root.Field("detail") is { } detail
            && detail.Names("alarmName")
            && detail.Names("state"));

    public static AlarmFacts Read(JsonElement root)
    {
        var detail = root.Field("detail", "alarmData") ?? default;
        var state = detail.Field("state") ?? default;
        var configuration = detail.Field("configuration") ?? default;
        var contributor = detail.Field("alarmContributor") ?? default;
        var (reasonData, remarks) = ReadReasonData(state);
        return new()
        {
            Arn = root.Text("alarmArn") ?? AlarmAmong(root.Field("resources")),
            Name = detail.Text("alarmName"),
            Account = root.Text("account", "accountId"),
            Region = root.Text("region"),
            State = state.Text("value"),
            PreviousState = detail.Field("previousState")?.Text("value"),
            Reason = state.Text("reason"),
            Description = configuration.Text("description"),
            ChangedAt = state.Field("timestamp"),
            ContributorId = contributor.Text("id"),
            ContributorAttributes = contributor.Field("attributes"),
            MetricSource = configuration.Field("metrics") is null ? null : configuration,
            ReasonData = reasonData,
            Rule = configuration.Text("alarmRule"),
            TriggeringChildren = reasonData?.Field("triggeringAlarms"),
            Tags = detail.Field("alarmTags", "tags") ?? configuration.Field("alarmTags", "tags") ?? root.Field("alarmTags"),
            SuppressedBy = SuppressorOf(detail, state),
            Remarks = remarks,
        };
    }

    private static string? AlarmAmong(JsonElement? resources) =>
        resources.Items().Select(item => item.AsText()).FirstOrDefault(arn => arn?.Contains(":alarm:", StringComparison.Ordinal) == true);

    private static string? SuppressorOf(JsonElement detail, JsonElement state) =>
        state.Text("actionsSuppressedBy") is { } suppressor
            ? suppressor
            : (detail.Field("muteDetail") ?? state.Field("muteDetail")) is { } mute ? mute.Text("mutedByArn") ?? "mute rule" : null;

    private static (JsonElement? Data, IReadOnlyList<string> Remarks) ReadReasonData(JsonElement state)
    {
        if (state.Text("reasonData") is not { Length: > 0 } text)
        {
            return (null, []);
        }

        if (!JsonText.TryParse(text, out var document, out var fault))
        {
            return (null, [$"The event's reasonData {fault} and was left out."]);
        }

        using (document)
        {
            return (document.RootElement.Clone(), []);
        }
    }
}
