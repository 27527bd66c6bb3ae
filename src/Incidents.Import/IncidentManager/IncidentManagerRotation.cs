using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.IncidentManager;

internal static class IncidentManagerRotation
{
    // Where no start is told, a Monday long past.
    private static readonly Instant UsualStart = Instant.FromUtc(2024, 1, 1, 0, 0);

    private static readonly Dictionary<string, IsoDayOfWeek> Days = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MON"] = IsoDayOfWeek.Monday,
        ["TUE"] = IsoDayOfWeek.Tuesday,
        ["WED"] = IsoDayOfWeek.Wednesday,
        ["THU"] = IsoDayOfWeek.Thursday,
        ["FRI"] = IsoDayOfWeek.Friday,
        ["SAT"] = IsoDayOfWeek.Saturday,
        ["SUN"] = IsoDayOfWeek.Sunday,
    };

    public static Layer? Read(ExportValue value, string schedule, Draft draft)
    {
        var name = value.Text("Name") ?? "Rotation";
        var subject = $"{schedule}, rotation {name}";
        var recurrence = value.Find("Recurrence");
        if (value.Text("TimeZoneId") is not { } id || ZoneIds.Find(id) is not { } zone || recurrence is not { } settings)
        {
            return draft.Unmapped.LeaveOut<Layer>(subject, "TimeZoneId, Recurrence", $"They cannot be read ({value.Place}); the rotation is left out.", "Export get-rotation for it.");
        }

        if (Turns(settings) is not { } rotation)
        {
            return draft.Unmapped.LeaveOut<Layer>(subject, "Recurrence", "Hand-offs like these, several in one turn at different times, cannot be written; the rotation is left out.", "Write it as a layer for each part.");
        }

        var together = Math.Max(1, settings.Number("NumberOfOnCalls") ?? 1);
        if (together > 1)
        {
            draft.Unmapped.Add(subject, "NumberOfOnCalls", $"Incident Manager does not say how {together} people hand over; here the next turn takes the next {together}.", "See in the comparison whether it is the same; if not, list groups: participants: [[ada, grace], [grace, alan]].");
        }

        return new Layer
        {
            Name = name,
            Priority = 0,
            TimeZone = zone,
            Start = value.Instant("StartTime") ?? UsualStart,
            Participants = [.. value.Texts("ContactIds").Select(contact => draft.Participant([contact]))],
            OnCallCount = together,
            Rotation = rotation,
            Restrictions = Coverage(settings, subject, draft),
        };
    }

    private static Rotation? Turns(ExportValue settings)
    {
        var length = Math.Max(1, settings.Number("RecurrenceMultiplier") ?? 1);
        var (daily, weekly, monthly) = (settings.Items("DailySettings"), settings.Items("WeeklySettings"), settings.Items("MonthlySettings"));
        var times = weekly.Concat(monthly).Select(setting => Time(setting.Find("HandOffTime"))).Concat(daily.Select(setting => Time(setting))).Distinct().ToList();
        return (daily.Count, weekly.Count, monthly.Count, times) switch
        {
            (1, 0, 0, [var time]) => new Rotation { Kind = RotationKind.Daily, Length = length, HandoffTime = time },
            (0, 1, 0, [var time]) when Day(weekly[0]) is { } day => new Rotation { Kind = RotationKind.Weekly, Length = length, HandoffTime = time, HandoffWeekday = day },
            (0, 0, 1, [var time]) when monthly[0].Number("DayOfMonth") is { } day and >= 1 and <= 31 => new Rotation { Kind = RotationKind.Monthly, Length = length, HandoffTime = time, HandoffMonthday = day },

            // Several hand-offs a week at one time of day: days that are listed, of which each begins a turn.
            (0, > 1, 0, [var time]) when length == 1 => new Rotation { Kind = RotationKind.Daily, HandoffTime = time, Days = [.. weekly.Select(Day).OfType<IsoDayOfWeek>().Distinct().Order()] },

            // Several a day, evenly apart: hours.
            (> 1, 0, 0, _) when length == 1 && Even(times) is { } hours => new Rotation { Kind = RotationKind.Hourly, Length = hours, HandoffTime = times.Min() },
            _ => null,
        };
    }

    private static int? Even(List<LocalTime> times)
    {
        var hours = 24 / times.Count;
        var first = times.Min();
        return hours * times.Count == 24 && Enumerable.Range(0, times.Count).All(turn => times.Contains(first.PlusHours(turn * hours))) ? hours : null;
    }

    /// <summary>Days that are not listed are not covered; with none listed all are.</summary>
    private static IReadOnlyList<Restriction> Coverage(ExportValue settings, string subject, Draft draft)
    {
        var windows = new List<(LocalTime From, LocalTime To, IsoDayOfWeek Day)>();
        foreach (var day in settings.Find("ShiftCoverages") is { IsObject: true } coverages ? coverages.Element.EnumerateObject().Select(one => one.Name) : [])
        {
            if (!Days.TryGetValue(day, out var weekday))
            {
                draft.Unmapped.LeaveOut(subject, "ShiftCoverages", $"\"{day}\" is no day.", "Add `restrictions:` by hand.");
                continue;
            }

            windows.AddRange(settings.Find("ShiftCoverages")!.Value.Items(day).Select(window => (Time(window.Find("Start")), Time(window.Find("End")), weekday)));
        }

        return
        [
            .. windows.GroupBy(window => (window.From, window.To))
                .Select(same => new Restriction.Daily(same.Key.From, same.Key.To) { Days = same.Count() == 7 ? [] : [.. same.Select(window => window.Day).Distinct().Order()] }),
        ];
    }

    private static IsoDayOfWeek? Day(ExportValue setting) => Days.TryGetValue(setting.Text("DayOfWeek") ?? "", out var day) ? day : null;

    private static LocalTime Time(ExportValue? value) => new(Math.Clamp(value?.Number("HourOfDay") ?? 0, 0, 23), Math.Clamp(value?.Number("MinuteOfHour") ?? 0, 0, 59));
}
