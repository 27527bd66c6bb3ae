using System.Text.Json;
using Incidents.Cli.Answers;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;
using Incidents.Cli.Terminal;

namespace Incidents.Cli.OnCall;

/// <summary>A question asked on the command line, with the answer printed as a table, as a calendar or as JSON.</summary>
/// <param name="Host">Where the answer is printed.</param>
/// <param name="Schedule">Id of one schedule; null for all.</param>
/// <param name="Window">Null asks for one instant.</param>
/// <param name="Person">Id or name of the only person whose times are shown; null shows all.</param>
internal sealed record OnCallQuestion(CommandHost Host, string? Schedule, Instant At, (Instant From, Instant To)? Window, string? Person, bool Json)
{
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture("ddd uuuu-MM-dd HH':'mm");

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
                Host.Say(answer.GetRawText());
                continue;
            }

            var zone = IncidentLine.Text(schedule, "timeZone");
            Host.Say($"{IncidentLine.Text(schedule, "name")} ({zone})");
            foreach (var line in DayCalendar.Lines(answer, zone, Person))
            {
                Host.Say(line);
            }
        }

        return ExitCode.Done;
    }

    private int Table(IReadOnlyList<JsonElement> items)
    {
        var shown = items.Where(item => Person is null || item.GetProperty("onCall").EnumerateArray().Any(one => DayCalendar.Is(one, Person))).ToList();
        if (Json)
        {
            shown.ForEach(item => Host.Say(item.GetRawText()));
            return ExitCode.Done;
        }

        string[][] rows = [.. shown.Select(item => new[] { IncidentLine.Text(item, "name"), Names(item, "onCall"), Until(item), $"then {Names(item, "next")}" })];
        var widths = Enumerable.Range(0, rows.FirstOrDefault()?.Length ?? 0).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            Host.Say(string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
        }

        if (rows.Length == 0)
        {
            Host.Say(Person is null ? "no schedule is configured" : $"{Person} is on call in no schedule");
        }

        return ExitCode.Done;
    }

    /// <summary>In the schedule's zone, for that is where hand-offs are agreed on.</summary>
    private static string Until(JsonElement item) =>
        InstantPattern.ExtendedIso.Parse(IncidentLine.Text(item, "until")) is { Success: true, Value: var until } && ZoneIds.Find(IncidentLine.Text(item, "timeZone")) is { } zone
            ? $"until {Moment.Format(until.InZone(zone).LocalDateTime)} {zone.Id}"
            : "for good";

    private List<JsonElement> Chosen(JsonElement answer, string key) =>
        [.. answer.GetProperty("items").EnumerateArray().Where(item => Schedule is null || IncidentLine.Text(item, key) == Schedule)];

    private bool Unknown(List<JsonElement> items) => Schedule is not null && items.Count == 0;

    private int Complain() => Complaint.Refused(Host, $"there is no schedule {Schedule}: ./incidents oncall shows all");

    private static string Names(JsonElement item, string property)
    {
        var names = item.GetProperty(property).EnumerateArray().Select(person => IncidentLine.Text(person, "name")).ToList();
        return names.Count == 0 ? "nobody" : string.Join(", ", names);
    }
}
