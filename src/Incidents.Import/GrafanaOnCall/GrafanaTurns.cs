using Incidents.Configuration.Yaml;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.GrafanaOnCall;

/// <summary>A recurrence as turns, and the windows in which they are open.</summary>
internal sealed record GrafanaTurns(IReadOnlyList<Participant> Participants, Rotation? Rotation, IReadOnlyList<Restriction> Windows)
{
    private const int Hour = 3600;
    private const int Day = 24 * Hour;
    private const int Week = 7 * Day;
    private const int MostParticipants = 100;
    private const int ShortestMonth = 28 * Day;

    /// <param name="start">When the first event begins, which anchors the turns.</param>
    /// <param name="seconds">How long an event lasts.</param>
    /// <returns>Null when there is no such form.</returns>
    public static GrafanaTurns? Of(ExportValue shift, LocalDateTime start, int seconds, List<Participant> groups)
    {
        var interval = Math.Clamp(shift.Number("interval") ?? 1, 1, 9000);
        var texts = shift.Texts("by_day");
        var days = texts.Select(Weekday).OfType<IsoDayOfWeek>().Distinct().Order().ToList();
        if (days.Count != texts.Distinct().Count())
        {
            return null;
        }

        var turns = (shift.Text("frequency"), days.Count) switch
        {
            ("weekly", > 0) => OnWeekdays(start, seconds, groups, interval, days, Weekday(shift.Text("week_start") ?? "SU") ?? IsoDayOfWeek.Sunday),
            ("daily", > 0) when interval == 1 && seconds <= Day => new GrafanaTurns(groups, new Rotation { Kind = RotationKind.Daily, Days = days, HandoffTime = start.TimeOfDay }, [Daily(start, seconds, days)]),
            ("hourly", 0) => Plain(RotationKind.Hourly, Hour, start, seconds, groups, interval),
            ("daily", 0) => Plain(RotationKind.Daily, Day, start, seconds, groups, interval),
            ("weekly", 0) => Plain(RotationKind.Weekly, Week, start, seconds, groups, interval),
            ("monthly", 0) when seconds >= ShortestMonth => new GrafanaTurns(groups, new Rotation { Kind = RotationKind.Monthly, Length = interval, HandoffMonthday = Monthday(shift) ?? start.Day, HandoffTime = start.TimeOfDay }, []),
            _ => null,
        };
        return turns?.Participants.Count <= MostParticipants ? turns : null;
    }

    /// <summary>A turn is a week of the shift's own weeks; it begins with that week's first window, so that no window is cut in two.</summary>
    private static GrafanaTurns? OnWeekdays(LocalDateTime start, int seconds, List<Participant> groups, int interval, List<IsoDayOfWeek> days, IsoDayOfWeek weekStart)
    {
        var begin = start.DayOfWeek == weekStart ? start : start.With(DateAdjusters.Previous(weekStart));
        return seconds > Day ? null : new GrafanaTurns(
            Cells(groups, 1, interval), new Rotation { Kind = RotationKind.Weekly, Anchor = begin }, [Daily(start, seconds, days)]);
    }

    /// <summary>An event shorter than the time to the next leaves a rest in which the turn is vacant.</summary>
    private static GrafanaTurns? Plain(RotationKind kind, int unit, LocalDateTime start, int seconds, List<Participant> groups, int interval)
    {
        var one = new Rotation { Kind = kind, Anchor = start };
        return ((long)seconds, kind) switch
        {
            var (length, _) when length >= (long)unit * interval => new GrafanaTurns(groups, one with { Length = interval }, []),
            var (length, _) when length % unit == 0 => Whole(groups, seconds / unit, interval, one),
            (< Day, RotationKind.Daily) => new GrafanaTurns(Cells(groups, 1, interval), one, [Daily(start, seconds, [])]),
            (< Week, RotationKind.Weekly) => new GrafanaTurns(Cells(groups, 1, interval), one, [Weekly(start, seconds)]),
            (_, RotationKind.Weekly) => Plain(RotationKind.Daily, Day, start, seconds, groups, interval * 7),
            (_, RotationKind.Daily) => Plain(RotationKind.Hourly, Hour, start, seconds, groups, interval * 24),
            _ => null,
        };
    }

    /// <summary>Whole units of the interval: of the longest turns that fit both, so that the list stays short.</summary>
    private static GrafanaTurns Whole(List<Participant> groups, int taken, int interval, Rotation one)
    {
        var (common, rest) = (interval, taken);
        while (rest > 0)
        {
            (common, rest) = (rest, common % rest);
        }

        return new GrafanaTurns(Cells(groups, taken / common, interval / common), one with { Length = common }, []);
    }

    private static List<Participant> Cells(List<Participant> groups, int taken, int interval) =>
        [.. groups.SelectMany(group => Enumerable.Repeat(group, taken).Concat(Enumerable.Repeat(Participant.Vacant, interval - taken)))];

    private static Restriction.Daily Daily(LocalDateTime start, int seconds, List<IsoDayOfWeek> days) =>
        new(start.TimeOfDay, start.PlusMinutes(seconds / 60).TimeOfDay) { Days = days.Count == 7 ? [] : days };

    private static Restriction.Weekly Weekly(LocalDateTime start, int seconds)
    {
        var end = start.PlusMinutes(seconds / 60);
        return new(start.DayOfWeek, start.TimeOfDay, end.DayOfWeek, end.TimeOfDay);
    }

    private static int? Monthday(ExportValue shift) => shift.Items("by_monthday") is [var only] && int.TryParse(only.Text(), out var day) && day is >= 1 and <= 31 ? day : null;

    private static IsoDayOfWeek? Weekday(string text) => YamlTimes.ParseWeekday(text);
}
