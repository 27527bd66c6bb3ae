using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>Whole seconds, which is what configuration has.</summary>
internal sealed class DurationJson : JsonConverter<Duration>
{
    public override Duration Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Duration.FromSeconds(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, Duration value, JsonSerializerOptions options) => writer.WriteNumberValue((long)value.TotalSeconds);
}
