using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>JSON that AWS services publish to a topic themselves, each in a form of its own.</summary>
internal static class TopicNotes
{
    public static ParsedMessage.Note? Read(JsonElement root, AlarmMessage message)
    {
        if (root.Text("Event Message") is { } rdsText)
        {
            var source = root.Text("Source ID");
            return NoteText.Create(NoteKind.Rds, $"RDS {source}: {rdsText}", rdsText, source ?? message.Identity(), source);
        }

        if (root.Text("Event") is { } scaling && scaling.StartsWith("autoscaling:", StringComparison.Ordinal))
        {
            return AutoScaling(root, scaling, message);
        }

        return root.Text("source") == "custom" && root.Field("content") is { ValueKind: JsonValueKind.Object } content
            ? Chatbot(content, message)
            : null;
    }

    /// <summary>Starting and stopping instances is what a group is for; failing to is worth a look.</summary>
    private static ParsedMessage.Note AutoScaling(JsonElement root, string what, AlarmMessage message)
    {
        var group = root.Text("AutoScalingGroupName");
        var text = string.Join('\n', new[] { root.Text("Description"), root.Text("Cause"), root.Text("StatusMessage") }.OfType<string>());
        var failed = what.EndsWith("_ERROR", StringComparison.Ordinal);
        return NoteText.Create(
            NoteKind.AutoScaling, $"{group}: {what}", text, group ?? message.Identity(), group, failed ? Disposition.OpenLow : Disposition.Ignore);
    }

    private static ParsedMessage.Note Chatbot(JsonElement content, AlarmMessage message)
    {
        var title = content.Text("title") ?? message.Subject ?? "Notification";
        return NoteText.Create(NoteKind.Chatbot, title, content.Text("description") ?? title, title);
    }
}
