using System.Text;
using System.Text.Json;
using Incidents.Application.Alarms.CloudWatch;
using Incidents.Application.Alarms.Notes;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms;

/// <summary>
/// Tells what a delivered text is: an alarm in any of the shapes AWS uses, a note, or something to be kept and looked at.
/// Never throws, whatever the text: who calls it holds a page in their hands.
/// </summary>
public static class AlarmParser
{
    /// <summary>What SNS and EventBridge carry at most; a text of this size or more is not read as JSON.</summary>
    public const int MaxBytes = 256 * 1024;

    /// <summary>Reads one message, from anywhere.</summary>
    public static ParsedMessage Parse(AlarmMessage message) => Parse(message, AlarmSources.Any);

    /// <summary>Reads one message, if it comes from where <paramref name="sources"/> allows.</summary>
    public static ParsedMessage Parse(AlarmMessage message, AlarmSources sources)
    {
        if (sources.RefusalOf(message) is { } foreignTopic)
        {
            return foreignTopic;
        }

        var parsed = Read(message);
        return parsed is ParsedMessage.Alarm { Value: var alarm } && sources.RefusalOf(alarm) is { } foreign ? foreign : parsed;
    }

    private static ParsedMessage Read(AlarmMessage message)
    {
        if (message.EnvelopeFault is { } fault)
        {
            return AlarmTrace.Unreadable(message, fault);
        }

        if (string.IsNullOrWhiteSpace(message.Text))
        {
            return AlarmTrace.Unreadable(message, "The message is empty.");
        }

        if (Encoding.UTF8.GetByteCount(message.Text) >= MaxBytes)
        {
            return AlarmTrace.Unreadable(message, $"The message is longer than any alarm: {message.Text.Length} characters.");
        }

        if (SubscriptionNotes.Read(message) is { } subscription)
        {
            return subscription;
        }

        if (!JsonText.TryParse(message.Text, out var document, out var jsonFault))
        {
            return PlainText.StartsAnObject(message.Text)
                ? AlarmTrace.Unreadable(message, $"The message {jsonFault}.")
                : PlainText.Read(message);
        }

        using (document)
        {
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                ? ReadObject(root, message)
                : AlarmTrace.Unreadable(message, $"The message is a JSON {document.RootElement.ValueKind}, not an object.");
        }
    }

    private static ParsedMessage ReadObject(JsonElement root, AlarmMessage message)
    {
        if (AlarmEvent.Matches(root))
        {
            return AlarmAssembly.Assemble(AlarmEvent.Read(root), message);
        }

        if (CloudWatchBody.Matches(root))
        {
            return AlarmAssembly.Assemble(CloudWatchBody.Read(root), message);
        }

        if (HeartbeatAlarm.Read(root, message) is { } heartbeat)
        {
            return new ParsedMessage.Alarm(heartbeat);
        }

        return EventNotes.Read(root, message)
            ?? TopicNotes.Read(root, message)
            ?? UnknownJson(root, message);
    }

    private static ParsedMessage UnknownJson(JsonElement root, AlarmMessage message) =>
        AlarmTrace.In(message) || !root.EnumerateObject().Any()
            ? AlarmTrace.Unreadable(message, "The message is JSON without AlarmName and NewStateValue.")
            : NoteText.Create(NoteKind.UnknownJson, message.Subject ?? "Message of unknown shape", message.Text, message.Subject ?? message.Identity());
}
