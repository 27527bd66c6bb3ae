using System.Text.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>EventBridge events that are no alarms, also as a notification rule publishes them.</summary>
internal static class EventNotes
{
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message) => SentEvent.Of(root, message) is not { } sent
        ? null
        : (Known(sent) ?? Unknown(sent, message)) with { Source = sent.Source, EventType = sent.Type, Origin = sent.Origin };

    private static ParsedMessage.Note? Known(SentEvent sent) => sent.Type switch
    {
        "CloudWatch Alarm Configuration Change" => ConfigurationChangeNote.Read(sent.Detail, sent.Identity),
        "AWS Health Event" or "AWS Health Abuse Event" => HealthNote.Read(sent.Root, sent.Detail, sent.Identity),
        "GuardDuty Finding" => GuardDutyNote.Read(sent),
        "Anomaly Detected" when sent.Source == "aws.ce" => CostNotes.Anomaly(sent.Detail, sent.Identity),
        _ when SecurityHubNote.Matches(sent) => SecurityHubNote.Read(sent),
        _ when RdsNote.Matches(sent) => RdsNote.Read(sent),
        _ when sent.Source == "aws.backup" => BackupNotes.Read(sent),
        _ when sent.Source == "aws.autoscaling" => AutoScalingNote.Read(sent),
        _ => DeploymentNotes.Read(sent) ?? EcsNotes.Read(sent) ?? BuildNotes.Read(sent),
    };

    /// <summary>A note from an event of an unknown kind, keyed by the first resource it names.</summary>
    private static ParsedMessage.Note Unknown(SentEvent sent, AlarmMessage message) => NoteText.Create(
        NoteKind.UnknownEvent,
        $"{sent.Type} from {sent.Source}",
        message.Text,
        $"{sent.Source}:{sent.Type}:{(sent.Resources.Count > 0 ? sent.Resources[0] : "")}",
        sent.Resources.Count > 0 ? Arn.Name(sent.Resources[0]) : null) with
    {
        Names = NoteText.Named(sent.Resources),
    };
}
