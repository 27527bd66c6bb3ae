using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Domain.Incidents;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>A number is a number: `142`.</summary>
internal sealed class IncidentNumberJson : JsonConverter<IncidentNumber>
{
    public override IncidentNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetInt32());

    public override void Write(Utf8JsonWriter writer, IncidentNumber value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Value);
}
