using System.Text;
using System.Text.Json;
using Incidents.Application.Json;
using Incidents.Domain.Alarms;
using Incidents.Domain.Heartbeats;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Alarms;

/// <summary>A missing beat as an alarm of our own kind, so that it repeats, groups, recovers and reopens as every alarm does.</summary>
internal sealed class HeartbeatSource : IAlarmSource
{
    private const string NameField = "incidentsHeartbeat";

    private const string SourceName = "heartbeat";

    /// <inheritdoc />
    public string Name => SourceName;

    /// <inheritdoc />
    public ParsedMessage Read(AlarmMessage message)
    {
        if (!JsonText.TryParse(message.Text, out var document, out var fault))
        {
            return AlarmTrace.Unreadable(message, $"The message {fault}.");
        }

        using (document)
        {
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && Read(root, message) is { } alarm
                ? new ParsedMessage.Alarm(alarm)
                : AlarmTrace.Unreadable(message, $"The message of a heartbeat has no {NameField}.");
        }
    }

    /// <summary>The message that a beat is missing (ALARM), or has come again (OK).</summary>
    /// <param name="at">When that became so: the same for every tick that notices.</param>
    public static AlarmMessage Message(string name, AlarmState state, string reason, Instant at, Instant now)
    {
        using var json = new MemoryStream();
        using (var writer = new Utf8JsonWriter(json))
        {
            writer.WriteStartObject();
            writer.WriteString(NameField, name);
            writer.WriteString("state", state == AlarmState.Ok ? "OK" : "ALARM");
            writer.WriteString("at", InstantPattern.ExtendedIso.Format(at));
            writer.WriteString("reason", reason);
            writer.WriteEndObject();
        }

        return new AlarmMessage(Encoding.UTF8.GetString(json.ToArray()), Subject: null, MessageId: null, TopicArn: null, now) { Source = SourceName };
    }

    /// <summary>The alarm in a message of our own heartbeats; null for any other.</summary>
    public static Alarm? Read(JsonElement root, AlarmMessage message) => root.Text(NameField) is not { Length: > 0 } name ? null : new Alarm
    {
        Key = Heartbeat.KeyOf(name),
        Name = $"heartbeat {name}",
        State = root.Text("state") == "OK" ? AlarmState.Ok : AlarmState.Alarm,
        Reason = root.Text("reason") ?? "",
        ChangedAt = InstantPattern.ExtendedIso.Parse(root.Text("at") ?? "") is { Success: true, Value: var at } ? at : message.SentAt,
    };
}
