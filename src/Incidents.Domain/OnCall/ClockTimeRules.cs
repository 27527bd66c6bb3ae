using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>What clock times and lists of weekdays must keep to, wherever they stand.</summary>
internal static class ClockTimeRules
{
    public static bool IsWholeMinute(LocalTime time) => time.NanosecondOfDay % NodaConstants.NanosecondsPerMinute == 0;

    public static ScheduleProblem NotWholeMinute(string path) =>
        new(path, "The clock time has seconds.", "Write hours and minutes, such as 08:30.");

    public static ScheduleProblem? CheckDays(IReadOnlyList<IsoDayOfWeek> days, string path)
    {
        var repeated = days.GroupBy(day => day).FirstOrDefault(same => same.Count() > 1);
        return repeated is null ? null : new(path, $"{repeated.Key} is listed twice.", "List each day once.");
    }
}
