using Incidents.Domain.OnCall;

namespace Incidents.Import.Writing;

internal static class SchedulesFile
{
    public static string Write(ImportedTeam team)
    {
        var lines = new YamlLines();
        lines.Add(0, "schedules:");
        foreach (var schedule in team.Schedules)
        {
            lines.Add(1, $"{Yaml.Text(schedule.Id.Value)}:");
            lines.Add(2, $"name: {Yaml.Text(schedule.Name)}");
            lines.Add(2, $"time_zone: {schedule.TimeZone.Id}");
            lines.Add(2, schedule.Layers.Count == 0 ? "layers: []" : "layers:");
            foreach (var layer in schedule.Layers)
            {
                Write(lines, layer);
            }

            if (schedule.Overrides.Count > 0)
            {
                lines.Add(2, "overrides:");
            }

            foreach (var one in schedule.Overrides)
            {
                var scope = one.Layer is { } layer ? $", layer: {Yaml.Text(layer)}" : "";
                var replaced = one.Replaces is { } person ? $", replaces: {Yaml.Text(person.Value)}" : "";
                lines.Add(3, $"- {{ kind: {one.Kind.ToString().ToLowerInvariant()}, from: {Yaml.Instant(one.From)}, to: {Yaml.Instant(one.To)}{replaced}, users: {Yaml.People(one.Users)}{scope} }}");
            }
        }

        return lines.ToString();
    }

    private static void Write(YamlLines lines, Layer layer)
    {
        lines.Add(3, $"- name: {Yaml.Text(layer.Name)}");
        lines.AddIf(4, "priority", layer.Priority is { } priority ? Yaml.Number(priority) : null);
        lines.AddIf(4, "time_zone", layer.TimeZone?.Id);
        lines.Add(4, $"start: {Yaml.Instant(layer.Start)}");
        lines.AddIf(4, "end", layer.End is { } end ? Yaml.Instant(end) : null);
        lines.Add(4, $"participants: [{string.Join(", ", layer.Participants.Select(Yaml.Participant))}]");
        lines.AddIf(4, "on_call_count", layer.OnCallCount == 1 ? null : Yaml.Number(layer.OnCallCount));
        lines.Add(4, $"rotation: {(layer.Rotation is { } rotation ? Turns(rotation) : "null")}");
        if (layer.Restrictions.Count > 0)
        {
            lines.Add(4, "restrictions:");
        }

        foreach (var restriction in layer.Restrictions)
        {
            lines.Add(5, $"- {Window(restriction)}");
        }
    }

    private static string Turns(Rotation rotation)
    {
        string?[] parts =
        [
            $"kind: {rotation.Kind.ToString().ToLowerInvariant()}",
            rotation.Length == 1 ? null : $"length: {Yaml.Number(rotation.Length)}",
            rotation.HandoffWeekday is { } day ? $"handoff_weekday: {Yaml.Day(day)}" : null,
            rotation.HandoffMonthday is { } monthday ? $"handoff_monthday: {Yaml.Number(monthday)}" : null,
            rotation.HandoffTime is { } time ? $"handoff_time: {Yaml.Clock(time)}" : null,
            rotation.Days.Count > 0 ? $"days: {Yaml.Days(rotation.Days)}" : null,
            rotation.Anchor is { } anchor ? $"anchor: {Yaml.Local(anchor)}" : null,
            rotation.StartIndex == 0 ? null : $"start_index: {Yaml.Number(rotation.StartIndex)}",
        ];
        return $"{{ {string.Join(", ", parts.OfType<string>())} }}";
    }

    private static string Window(Restriction restriction) => restriction switch
    {
        Restriction.Daily daily => $"{{ type: daily, start: {Yaml.Clock(daily.Start)}, end: {Yaml.Clock(daily.End)}{(daily.Days.Count > 0 ? $", days: {Yaml.Days(daily.Days)}" : "")} }}",
        Restriction.Weekly weekly => $"{{ type: weekly, start_day: {Yaml.Day(weekly.StartDay)}, start: {Yaml.Clock(weekly.Start)}, end_day: {Yaml.Day(weekly.EndDay)}, end: {Yaml.Clock(weekly.End)} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(restriction), restriction, "No such kind of restriction."),
    };
}
