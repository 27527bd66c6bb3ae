using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Domain.Alarms;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>A key is its text.</summary>
internal sealed class DedupKeyJson : JsonConverter<DedupKey>
{
    public override DedupKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, DedupKey value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
