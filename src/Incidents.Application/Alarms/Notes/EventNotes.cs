using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>EventBridge events that are no alarms.</summary>
internal static class EventNotes
{
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message)
    {
        if (root.Text("detail-type") is not { } type)
        {
            return null;
        }

        var detail = root.Field("detail") ?? default;
        var identity = root.Text("id") ?? message.Identity();
        return type switch
        {
            "CloudWatch Alarm Configuration Change" => ConfigurationChangeNote.Read(detail, identity),
            "AWS Health Event" or "AWS Health Abuse Event" => HealthNote.Read(root, detail, identity),
            "GuardDuty Finding" => NoteText.Create(
                NoteKind.GuardDuty,
                $"GuardDuty: {detail.Text("title") ?? detail.Text("type")}",
                detail.Text("description") ?? "",
                detail.Text("id") ?? identity),
            _ when type.StartsWith("RDS ", StringComparison.Ordinal) => NoteText.Create(
                NoteKind.Rds,
                $"RDS {detail.Text("SourceIdentifier")}: {detail.Text("Message")}",
                detail.Text("Message") ?? "",
                detail.Text("SourceIdentifier") ?? identity,
                detail.Text("SourceIdentifier")),
            _ => DeploymentNotes.Read(type, detail, identity)
                ?? NoteText.Create(NoteKind.UnknownEvent, $"{type} from {root.Text("source")}", message.Text, $"{root.Text("source")}:{type}:{FirstResource(root)}"),
        };
    }

    private static string? FirstResource(JsonElement root) => root.Field("resources").Items().Select(item => item.AsText()).FirstOrDefault();
}
