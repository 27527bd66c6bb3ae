using System.Text.Json;
using Incidents.Web.Words;

namespace Incidents.Web.Preview;

/// <summary>The messages for programs: an array, oldest first, with the payloads exactly as they were posted.</summary>
internal static class PreviewJson
{
    public static byte[] Write(IEnumerable<PreviewMessage> messages)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartArray();
            foreach (var message in messages)
            {
                Write(json, message);
            }

            json.WriteEndArray();
        }

        return buffer.ToArray();
    }

    private static void Write(Utf8JsonWriter json, PreviewMessage message)
    {
        json.WriteStartObject();
        json.WriteNumber("id", message.Id);
        json.WriteString("channel", message.Channel);
        json.WriteString("receivedAt", Times.Iso(message.At));
        json.WritePropertyName("payload");
        message.Payload.WriteTo(json);
        json.WriteStartArray("replaced");
        foreach (var payload in message.Replaced)
        {
            payload.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteStartArray("whispers");
        foreach (var whisper in message.Whispers)
        {
            json.WriteStartObject();
            json.WriteString("to", whisper.To);
            json.WritePropertyName("payload");
            whisper.Payload.WriteTo(json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
