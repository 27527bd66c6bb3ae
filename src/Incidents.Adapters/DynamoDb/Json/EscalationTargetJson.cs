using System.Text.Json;
using System.Text.Json.Serialization;
using Incidents.Domain;
using Incidents.Domain.Escalation;

namespace Incidents.Adapters.DynamoDb.Json;

/// <summary>A target as configuration writes it: `schedule:primary`, `person:ada`, `team:payments`.</summary>
internal sealed class EscalationTargetJson : JsonConverter<EscalationTarget>
{
    public override EscalationTarget Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString()?.Split(':', 2) switch
        {
            ["schedule", var id] => new EscalationTarget.OnCall(new ScheduleId(id)),
            ["person", var id] => new EscalationTarget.One(new PersonId(id)),
            ["team", var id] => new EscalationTarget.Everyone(new TeamId(id)),
            _ => throw new JsonException("not a target of an escalation step"),
        };

    public override void Write(Utf8JsonWriter writer, EscalationTarget value, JsonSerializerOptions options) => writer.WriteStringValue(value switch
    {
        EscalationTarget.OnCall target => $"schedule:{target.Schedule}",
        EscalationTarget.One target => $"person:{target.Person}",
        EscalationTarget.Everyone target => $"team:{target.Team}",
        _ => throw new JsonException($"no name for {value.GetType().Name}"),
    });
}
