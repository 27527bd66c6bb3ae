using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Domain;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>A pattern as its text.</summary>
internal sealed class GlobJson : JsonConverter<Glob>
{
    public override Glob Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Glob value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
