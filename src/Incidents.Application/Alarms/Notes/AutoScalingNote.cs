using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>Starting and stopping instances is what a group is for; failing to is worth a look.</summary>
/// <remarks>https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-event-reference.html and …/ec2-auto-scaling-sns-notifications.html</remarks>
internal static class AutoScalingNote
{
    /// <summary>By EventBridge.</summary>
    public static ParsedMessage.Note Read(SentEvent sent) => Create(
        sent.Detail,
        sent.Type,
        sent.Type.EndsWith("Unsuccessful", StringComparison.Ordinal) || sent.Type.EndsWith("Failed", StringComparison.Ordinal),
        sent.Identity);

    /// <summary>By SNS; null for any other JSON.</summary>
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message) =>
        root.Text("Event") is { } what && what.StartsWith("autoscaling:", StringComparison.Ordinal)
            ? Create(root, what, what.EndsWith("_ERROR", StringComparison.Ordinal), message.Identity()) with { Origin = Arn.Origin(root.Text("AutoScalingGroupARN"), message.TopicArn) }
            : null;

    private static ParsedMessage.Note Create(JsonElement detail, string what, bool failed, string identity)
    {
        var group = detail.Text("AutoScalingGroupName");
        return NoteText.Create(
            NoteKind.AutoScaling,
            $"{group}: {what}",
            NoteText.Lines(detail.Text("Description"), detail.Text("Cause"), detail.Text("StatusMessage")),
            group ?? identity,
            group,
            failed ? Disposition.OpenLow : Disposition.Ignore);
    }
}
