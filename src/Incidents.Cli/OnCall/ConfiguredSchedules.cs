using System.Text.Json;
using System.Text.Json.Nodes;
using Incidents.Domain.Configuration;
using Incidents.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.OnCall;

/// <summary>The answers of the API's schedules, from files that may not be in force yet.</summary>
internal sealed class ConfiguredSchedules(OnCallConfiguration settings)
{
    public JsonElement OnCall(Instant at) => Element(new JsonObject
    {
        ["at"] = Text(at),
        ["items"] = List(settings.OnCallNow(at), duty => new JsonObject
        {
            ["schedule"] = duty.Schedule.Id,
            ["name"] = duty.Schedule.Name,
            ["timeZone"] = duty.Schedule.TimeZone.Id,
            ["onCall"] = List(duty.People, Person),
            ["until"] = duty.Until is { } until ? Text(until) : null,
            ["next"] = List(duty.Next, Person),
        }),
    });

    public JsonElement List() => Element(new JsonObject
    {
        ["items"] = List(settings.Schedules.Values, schedule => new JsonObject
        {
            ["id"] = schedule.Definition.Id,
            ["name"] = schedule.Definition.Name,
            ["timeZone"] = schedule.Definition.TimeZone.Id,
        }),
    });

    public JsonElement Segments(string id, Instant from, Instant to) => Element(new JsonObject
    {
        ["schedule"] = id,
        ["from"] = Text(from),
        ["to"] = Text(to),
        ["items"] = List(settings.Schedules[id].Calendar.Segments(from, to), segment => new JsonObject
        {
            ["from"] = Text(segment.From),
            ["to"] = Text(segment.To),
            ["onCall"] = List(segment.People, person => Person(settings.People[person])),
        }),
    });

    public JsonElement Fairness(string id, Instant from, Instant to) => Element(new JsonObject
    {
        ["schedule"] = id,
        ["from"] = Text(from),
        ["to"] = Text(to),
        ["items"] = List(ScheduleFairness.Of(settings.Schedules[id], settings, from, to), load => new JsonObject
        {
            ["person"] = new JsonObject { ["id"] = load.Person.Value, ["name"] = settings.NameOf(load.Person.Value) },
            ["hours"] = Hours(load.Total),
            ["nightHours"] = Hours(load.Night),
            ["weekendHours"] = Hours(load.Weekend),
            ["holidayHours"] = Hours(load.Holiday),
        }),
    });

    /// <summary>The list of conflicts alone, as the API has it.</summary>
    public static JsonElement Conflicts(IReadOnlyList<ScheduleConflict> conflicts, OnCallConfiguration settings)
    {
        using var document = JsonDocument.Parse(List(conflicts, conflict => new JsonObject
        {
            ["schedule"] = conflict.Schedule,
            ["person"] = new JsonObject { ["id"] = conflict.Duty.Person.Value, ["name"] = settings.NameOf(conflict.Duty.Person.Value) },
            ["from"] = Text(conflict.Duty.From),
            ["to"] = Text(conflict.Duty.To),
            ["cover"] = new JsonArray([.. conflict.Cover.Select(line => JsonValue.Create(line))]),
        }).ToJsonString());
        return document.RootElement.Clone();
    }

    private static JsonObject Person(Person person) => new() { ["id"] = person.Id.Value, ["name"] = person.Name };

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonObject> write) => [.. items.Select(JsonNode (item) => write(item))];

    private static double Hours(Duration length) => Math.Round(length.TotalHours, 2);

    private static string Text(Instant at) => InstantPattern.General.Format(at);

    private static JsonElement Element(JsonObject json)
    {
        using var document = JsonDocument.Parse(json.ToJsonString());
        return document.RootElement.Clone();
    }
}
