using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>The body of an item: a value, events as they were written, or both.</summary>
/// <remarks>Events stay text until the timeline is read, so that what a newer version wrote passes through untouched.</remarks>
internal static class BodyJson
{
    private const string ValueName = "is";
    private const string EventsName = "events";

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type, IEnumerable<string> events) =>
        Write(writer => JsonSerializer.Serialize(writer, value, type), events);

    public static byte[] WriteEvents(IEnumerable<string> events) => Write(null, events);

    /// <exception cref="JsonException">The body is not what <see cref="Write{T}"/> makes.</exception>
    public static (T Value, ImmutableList<string> Events) Read<T>(byte[] utf8, JsonTypeInfo<T> type)
    {
        using var body = JsonDocument.Parse(utf8);
        var value = body.RootElement.TryGetProperty(ValueName, out var found) ? found.Deserialize(type) : default;
        return (value ?? throw new JsonException($"`{ValueName}` is missing"), EventsOf(body));
    }

    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static ImmutableList<string> ReadEvents(byte[] utf8)
    {
        using var body = JsonDocument.Parse(utf8);
        return EventsOf(body);
    }

    private static ImmutableList<string> EventsOf(JsonDocument body) =>
        body.RootElement.TryGetProperty(EventsName, out var list) ? [.. list.EnumerateArray().Select(e => e.GetRawText())] : [];

    private static byte[] Write(Action<Utf8JsonWriter>? value, IEnumerable<string> events)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        using (var writer = new Utf8JsonWriter(buffer, StoredFormat.Writer))
        {
            writer.WriteStartObject();
            if (value is not null)
            {
                writer.WritePropertyName(ValueName);
                value(writer);
            }

            writer.WriteStartArray(EventsName);
            foreach (var happened in events)
            {
                writer.WriteRawValue(happened, skipInputValidation: true);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
