using System.Text;
using System.Text.Json;

namespace Incidents.Adapters.Channels;

/// <summary>Small JSON documents, in and out.</summary>
internal static class JsonBody
{
    /// <summary>One object as UTF-8.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> write)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        return bytes.ToArray();
    }

    /// <summary>The text or number of a field; null when the text is no object or has no such field.</summary>
    public static string? Field(string? text, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(text ?? ""));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty(name, out var field)
                && field.ValueKind is JsonValueKind.String or JsonValueKind.Number
                    ? field.ToString()
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
