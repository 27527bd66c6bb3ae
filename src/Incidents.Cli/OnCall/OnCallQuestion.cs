using System.Text.Json;
using Incidents.Cli.Commands;
using NodaTime;

namespace Incidents.Cli.OnCall;

/// <summary>What somebody asks on the command line, printed as a table, as a calendar or as JSON.</summary>
/// <param name="Schedule">Id of one schedule; null for all.</param>
/// <param name="Window">Null asks for one instant.</param>
/// <param name="Person">Id or name of somebody whose times alone are shown.</param>
internal sealed record OnCallQuestion(string? Schedule, Instant At, (Instant From, Instant To)? Window, string? Person, bool Json)
{
    /// <returns>The exit code.</returns>
    public async Task<int> Answer(Func<Instant, Task<JsonElement>> onCall, Func<Task<JsonElement>> schedules, Func<string, Instant, Instant, Task<JsonElement>> segments)
    {
        if (Window is not { } window)
        {
            var items = Chosen(await onCall(At), "schedule");
            return Unknown(items) ? Complain() : Table(items);
        }

        var chosen = Chosen(await schedules(), "id");
        if (Unknown(chosen))
        {
            return Complain();
        }

        foreach (var schedule in chosen)
        {
            var answer = await segments(IncidentLine.Text(schedule, "id"), window.From, window.To);
            if (Json)
            {
                Console.WriteLine(answer.GetRawText());
                continue;
            }

            var zone = IncidentLine.Text(schedule, "timeZone");
            Console.WriteLine($"{IncidentLine.Text(schedule, "name")} ({zone})");
            foreach (var line in DayCalendar.Lines(answer, zone, Person))
            {
                Console.WriteLine(line);
            }
        }

        return 0;
    }

    private int Table(IReadOnlyList<JsonElement> items)
    {
        foreach (var item in items.Where(item => Person is null || item.GetProperty("onCall").EnumerateArray().Any(one => DayCalendar.Is(one, Person))))
        {
            Console.WriteLine(Json
                ? item.GetRawText()
                : $"{IncidentLine.Text(item, "name"),-24} {Names(item, "onCall"),-24} until {IncidentLine.Text(item, "until"),-21} then {Names(item, "next")}");
        }

        return 0;
    }

    private List<JsonElement> Chosen(JsonElement answer, string key) =>
        [.. answer.GetProperty("items").EnumerateArray().Where(item => Schedule is null || IncidentLine.Text(item, key) == Schedule)];

    private bool Unknown(List<JsonElement> items) => Schedule is not null && items.Count == 0;

    private int Complain() => Connection.Complain($"there is no schedule {Schedule}: ./incidents oncall shows all");

    private static string Names(JsonElement item, string property)
    {
        var names = item.GetProperty(property).EnumerateArray().Select(person => IncidentLine.Text(person, "name")).ToList();
        return names.Count == 0 ? "nobody" : string.Join(", ", names);
    }
}
