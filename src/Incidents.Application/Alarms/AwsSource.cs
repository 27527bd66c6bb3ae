using System.Text.Json;
using Incidents.Application.Alarms.CloudWatch;
using Incidents.Application.Alarms.Notes;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms;

/// <summary>What SNS and EventBridge deliver: alarms of CloudWatch in each of their shapes, notes of other services, plain text.</summary>
internal sealed class AwsSource : IAlarmSource
{
    /// <inheritdoc />
    public string Name => "aws";

    /// <inheritdoc />
    public ParsedMessage Read(AlarmMessage message)
    {
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

        // Incidents stored before messages named their source.
        if (HeartbeatSource.Read(root, message) is { } heartbeat)
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
