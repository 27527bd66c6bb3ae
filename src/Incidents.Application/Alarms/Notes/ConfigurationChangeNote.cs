using System.Text.Json;
using Incidents.Application.Json;

namespace Incidents.Application.Alarms.Notes;

/// <summary>An alarm was created, changed or deleted: shown in the timeline to explain a change, and nothing to act on.</summary>
internal static class ConfigurationChangeNote
{
    public static ParsedMessage.Note Read(JsonElement detail, string identity)
    {
        var name = detail.Text("alarmName");
        return NoteText.Create(
            NoteKind.AlarmConfiguration,
            $"Alarm {name}: {detail.Text("operation")}",
            string.Join('\n', Differences(detail.Field("previousConfiguration") ?? default, detail.Field("configuration") ?? default)),
            identity,
            name,
            Disposition.Ignore);
    }

    private static IEnumerable<string> Differences(JsonElement before, JsonElement after) =>
        after.ValueKind != JsonValueKind.Object
            ? []
            : from property in after.EnumerateObject()
              where property.Name != "timestamp"
              let now = property.Value.AsText()
              let then = before.Text(property.Name)
              where now is not null && now != then
              select $"{property.Name}: {then ?? "none"} → {now}";
}
