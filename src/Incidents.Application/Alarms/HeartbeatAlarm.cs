using System.Text;
using System.Text.Json;
using Incidents.Application.Json;
using Incidents.Domain.Alarms;
using Incidents.Domain.Heartbeats;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Alarms;

/// <summary>A missing beat as an alarm of our own kind, so that it repeats, groups, recovers and reopens as every alarm does.</summary>
internal static class HeartbeatAlarm
{
    private const string NameField = "incidentsHeartbeat";

    private static readonly AlarmOrigin Nowhere = new("aws", "", "");

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

        return new AlarmMessage(Encoding.UTF8.GetString(json.ToArray()), Subject: null, MessageId: null, TopicArn: null, now);
    }

    /// <summary>Parses a message of our own heartbeats; null for any other.</summary>
    public static Alarm? Read(JsonElement root, AlarmMessage message) => root.Text(NameField) is not { Length: > 0 } name ? null : new Alarm
    {
        Key = Heartbeat.KeyOf(name),
        Name = $"heartbeat {name}",
        State = root.Text("state") == "OK" ? AlarmState.Ok : AlarmState.Alarm,
        Reason = root.Text("reason") ?? "",
        ChangedAt = InstantPattern.ExtendedIso.Parse(root.Text("at") ?? "") is { Success: true, Value: var at } ? at : message.SentAt,
        Origin = Nowhere,
    };
}
