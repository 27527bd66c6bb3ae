using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Domain;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>An id is its text: `"ada"`.</summary>
internal abstract class IdJson<T>(Func<string, T> make, Func<T, string> text) : JsonConverter<T>
    where T : struct
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        make(reader.GetString() ?? throw new JsonException($"{typeof(T).Name} is null"));

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(text(value));
}

internal sealed class PersonIdJson() : IdJson<PersonId>(text => new PersonId(text), id => id.Value);

internal sealed class ServiceIdJson() : IdJson<ServiceId>(text => new ServiceId(text), id => id.Value);

internal sealed class ScheduleIdJson() : IdJson<ScheduleId>(text => new ScheduleId(text), id => id.Value);

internal sealed class TeamIdJson() : IdJson<TeamId>(text => new TeamId(text), id => id.Value);

internal sealed class PolicyIdJson() : IdJson<PolicyId>(text => new PolicyId(text), id => id.Value);
