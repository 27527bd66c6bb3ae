using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>A shift is an event that recurs; ours are turns and the windows they are open in.</summary>
internal static class GrafanaShift
{
    private static readonly LocalDateTimePattern Naive = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss");

    /// <returns>Null for a shift that is over, and for one that has no person or cannot be written, which is noted.</returns>
    public static Layer? Read(ExportValue value, DateTimeZone usual, Instant at, string schedule, Draft draft)
    {
        var name = value.Text("name") ?? value.Text("id")!;
        var subject = $"{schedule}, shift {name}";
        if (Basics(value, usual, subject, draft) is not var (zone, start, seconds))
        {
            return null;
        }

        var clock = new WallClock(zone);
        var isSingle = value.Text("type") == "single_event";
        LocalDateTime? until = isSingle ? start.PlusSeconds(seconds) : Local(value, "until");
        var end = until is { } last ? clock.FirstAt(last) : (Instant?)null;
        var begin = Local(value, "rotation_start") is { } later && later > start ? later : start;
        var groups = Groups(value, draft);
        if (end <= at || end <= clock.FirstAt(begin))
        {
            return null;
        }

        if (groups.All(group => group.IsVacant))
        {
            return draft.Unmapped.LeaveOut<Layer>(subject, "users, rolling_users", "They name nobody; the shift is left out.", "Write the layer by hand.");
        }

        var shape = isSingle ? new GrafanaTurns(groups, null, []) : GrafanaTurns.Of(value, start, seconds, groups);
        if (shape is null)
        {
            return draft.Unmapped.LeaveOut<Layer>(subject, "frequency, interval, duration, by_day", "This recurrence cannot be written as turns and windows; the shift is left out.", "Write the layer by hand.");
        }

        if (value.Items("by_month").Count > 0 || (value.Items("by_monthday").Count > 0 && value.Text("frequency") != "monthly"))
        {
            draft.Unmapped.Add(subject, "by_month, by_monthday", "Months and days of the month are not kept apart here.", "See in the comparison where it matters, and add overrides.");
        }

        return new Layer
        {
            Name = name,
            Priority = value.Number("level") ?? 0,
            TimeZone = zone,
            Start = clock.FirstAt(begin),
            End = end,
            Participants = shape.Participants,
            Rotation = shape.Rotation,
            Restrictions = shape.Windows,
        };
    }

    /// <returns>Null for an override that is over, or that cannot be read, which is noted.</returns>
    public static Override? ReadOverride(ExportValue value, DateTimeZone usual, Instant at, string schedule, Draft draft)
    {
        if (Basics(value, usual, $"{schedule}, override {value.Text("name") ?? value.Text("id")}", draft) is not var (zone, start, seconds))
        {
            return null;
        }

        var from = new WallClock(zone).FirstAt(start);
        var to = from + Duration.FromSeconds(seconds);
        var users = Groups(value, draft).Aggregate(PersonSet.Nobody, (all, group) => all.With(group.People));
        return to <= at ? null : new Override { Kind = OverrideKind.Cover, From = from, To = to, Users = users };
    }

    private static (DateTimeZone Zone, LocalDateTime Start, int Seconds)? Basics(ExportValue value, DateTimeZone usual, string subject, Draft draft)
    {
        var zone = value.Text("time_zone") is { } id ? ZoneIds.Find(id) : usual;
        if (zone is null || Local(value, "start") is not { } start || value.Number("duration") is not { } seconds || seconds < 60)
        {
            draft.Unmapped.LeaveOut(subject, "time_zone, start, duration", $"They cannot be read ({value.Place}); the shift is left out.", "Write it by hand.");
            return null;
        }

        return (zone, start, seconds);
    }

    /// <summary>Who takes turns, the first in turn first; the users of a shift without turns are one group.</summary>
    private static List<Participant> Groups(ExportValue value, Draft draft)
    {
        var rolling = value.Items("rolling_users").Select(group => draft.Participant(group.Items().Select(user => user.Text()))).Where(group => !group.IsVacant).ToList();
        if (rolling.Count == 0)
        {
            return [draft.Participant(value.Texts("users"))];
        }

        var first = Math.Clamp(value.Number("start_rotation_from_user_index") ?? 0, 0, rolling.Count - 1);
        return [.. rolling.Skip(first), .. rolling.Take(first)];
    }

    private static LocalDateTime? Local(ExportValue value, string name) =>
        value.Text(name) is { Length: >= 19 } text && Naive.Parse(text[..19]) is { Success: true } parsed ? parsed.Value.With(TimeAdjusters.TruncateToMinute) : null;
}
