using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>What a rotation must keep to.</summary>
internal static class RotationRules
{
    private const int LongestTurn = 9000;

    public static IEnumerable<ScheduleProblem> Check(Rotation rotation, Instant start, WallClock clock, string path)
    {
        if (rotation.Length is < 1 or > LongestTurn)
        {
            yield return new($"{path}.length", $"A turn cannot have the length {rotation.Length}.", $"Write 1 to {LongestTurn}.");
        }

        if (rotation.HandoffTime is { } time && !ClockTimeRules.IsWholeMinute(time))
        {
            yield return ClockTimeRules.NotWholeMinute($"{path}.handoff_time");
        }

        if (rotation.HandoffMonthday is < 1 or > 31)
        {
            yield return new(
                $"{path}.handoff_monthday", $"No month has a day {rotation.HandoffMonthday}.", "Write 1 to 31; 31 means the last day of every month.");
        }

        if (ClockTimeRules.CheckDays(rotation.Days, $"{path}.days") is { } days)
        {
            yield return days;
        }

        if (rotation.Anchor is { Year: < 1 })
        {
            yield return new($"{path}.anchor", "The anchor is too far away.", "Give one after the year 1.");
        }
        else if (rotation.Anchor is { } anchor)
        {
            if (clock.FirstAt(anchor) > start)
            {
                yield return new($"{path}.anchor", "The anchor is after the layer's start.", "Anchor turn 0 at the start or before it.");
            }

            if (rotation.Kind == RotationKind.Daily && !Weekdays.OrAll(rotation.Days).Contains(anchor.DayOfWeek))
            {
                yield return new(
                    $"{path}.anchor", $"The anchor is on a {anchor.DayOfWeek}, which is not in `days`.", "Anchor turn 0 on a listed day.");
            }
        }
    }
}
