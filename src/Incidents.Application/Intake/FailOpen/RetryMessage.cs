using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Incidents.Application.Alarms;
using Incidents.Domain;
using NodaTime.Text;

namespace Incidents.Application.Intake.FailOpen;

/// <summary>A message in the form in which it waits for another try: Lambda's record of a failed invocation, as far as it is read.</summary>
internal static class RetryMessage
{
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="reached">Ids of the people whom a channel that wakes took the degraded page for; null when none went out.</param>
    /// <returns>What <see cref="AlarmMessages.Read(string, NodaTime.Instant)"/> reads back as the same message.</returns>
    public static string Write(AlarmMessage message, IReadOnlyList<PersonId>? reached)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, AsWritten))
        {
            json.WriteStartObject();
            json.WriteStartObject("requestPayload");
            json.WriteStartArray("Records");
            if (message.EnvelopeFault is null)
            {
                WriteRecord(json, message);
            }

            json.WriteEndArray();
            if (message.EnvelopeFault is not null)
            {
                // An event without records is unreadable, as the record was; its bytes stay with it.
                json.WriteString("Unreadable", message.Text);
            }

            json.WriteEndObject();
            // What versions without the list read: that no second degraded page is sent.
            json.WriteBoolean("fallbackPaged", reached is not null);
            if (message.Source is { } source)
            {
                json.WriteString("source", source);
            }

            if (reached is not null)
            {
                json.WriteStartArray("reached");
                foreach (var person in reached)
                {
                    json.WriteStringValue(person.Value);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    private static void WriteRecord(Utf8JsonWriter json, AlarmMessage message)
    {
        json.WriteStartObject();
        json.WriteStartObject("Sns");
        json.WriteString("Type", message.Type);
        json.WriteString("MessageId", message.MessageId);
        json.WriteString("TopicArn", message.TopicArn);
        json.WriteString("Subject", message.Subject);
        json.WriteString("Message", message.Text);
        json.WriteString("Timestamp", InstantPattern.ExtendedIso.Format(message.SentAt));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
