using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Import.PagerDuty;

/// <summary>Windows given as a start and a duration; ours end at a clock time, which is the same but on the days clocks change.</summary>
internal static class PagerDutyRestrictions
{
    private const long Day = 24 * 3600;
    private const long Week = 7 * Day;

    public static IReadOnlyList<Restriction> Read(IReadOnlyList<ExportValue> values, string subject, Draft draft)
    {
        var windows = new List<Restriction>();
        foreach (var value in values)
        {
            if (value.Clock("start_time_of_day") is not { } start || value.Number("duration_seconds") is not { } seconds || seconds <= 0)
            {
                draft.Unmapped.LeaveOut(subject, "restrictions", $"One cannot be read ({value.Place}) and is left out.", "Add it by hand.");
                continue;
            }

            if (seconds % 60 != 0)
            {
                draft.Unmapped.Add(subject, "restrictions", "One does not end on a whole minute; the seconds are dropped.", "There is nothing to do.");
            }

            var isWeekly = value.Text("type") == "weekly_restriction";
            if (seconds >= (isWeekly ? Week : Day))
            {
                // It never closes, and with it neither does the layer.
                return [];
            }

            windows.Add(isWeekly ? Weekly(value, start, seconds) : new Restriction.Daily(start, start.PlusMinutes(seconds / 60)));
        }

        return windows;
    }

    private static Restriction.Weekly Weekly(ExportValue value, LocalTime start, int seconds)
    {
        // 1 is Monday and 7 Sunday, in PagerDuty as in ISO; a date of a week that began on a Monday gives the day of the end.
        var from = new LocalDate(2024, 1, 1).PlusDays(Math.Clamp(value.Number("start_day_of_week") ?? 1, 1, 7) - 1) + start;
        var to = from.PlusMinutes(seconds / 60);
        return new Restriction.Weekly(from.DayOfWeek, start, to.DayOfWeek, to.TimeOfDay);
    }
}
