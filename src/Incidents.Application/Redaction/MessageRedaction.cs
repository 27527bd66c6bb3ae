using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Incidents.Application.Alarms;
using Incidents.Application.Json;

namespace Incidents.Application.Redaction;

/// <summary>Takes secrets out of a message from the alarm topic, before anything is made of it.</summary>
internal static class MessageRedaction
{
    private static readonly JsonWriterOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>The message without secrets; its texts as they came where they hold none.</summary>
    public static AlarmMessage Redacted(this AlarmMessage message) => message with
    {
        Text = RedactBody(message.Text),
        Subject = Redact(message.Subject),
        MessageId = Redact(message.MessageId),
    };

    private static string? Redact(string? text) => text is null ? null : Redactor.Redact(text);

    /// <summary>JSON may write a secret in escapes that only its reader sees, so its strings are searched one by one; other text as it stands.</summary>
    private static string RedactBody(string body)
    {
        if (body.Length >= AlarmParser.MaxBytes || !JsonText.TryParse(body, out var document, out _))
        {
            return Redactor.Redact(body);
        }

        using (document)
        {
            return HoldsSecret(document.RootElement) ? Rewrite(document.RootElement) : body;
        }
    }

    private static bool HoldsSecret(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Any(property => IsSecret(property.Name) || HoldsSecret(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HoldsSecret),
        JsonValueKind.String => IsSecret(element.GetString()!),
        _ => false,
    };

    private static bool IsSecret(string text) => Redactor.Redact(text) != text;

    private static string Rewrite(JsonElement root)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, AsWritten))
        {
            Write(json, root);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    json.WritePropertyName(Redactor.Redact(property.Name));
                    Write(json, property.Value);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                {
                    Write(json, item);
                }

                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Redactor.Redact(element.GetString()!));
                break;
            default:
                json.WriteRawValue(element.GetRawText(), skipInputValidation: true);
                break;
        }
    }
}
