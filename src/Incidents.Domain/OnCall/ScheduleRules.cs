using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>What a schedule must keep to before it is put in force. The engine relies on it.</summary>
public static class ScheduleRules
{
    /// <summary>No two years are longer than this.</summary>
    public static readonly Duration LongestWindow = Duration.FromDays(365 + 366);

    private const int MostYears = 2;

    /// <summary>Everything wrong with a schedule, in the order of its fields; empty when it can be put in force.</summary>
    public static IReadOnlyList<ScheduleProblem> Check(Schedule schedule) =>
    [
        .. schedule.Layers.SelectMany((layer, position) =>
            LayerRules.Check(layer, schedule, $"layers[{position}]").Concat(CheckName(schedule.Layers, position))),
        .. schedule.Overrides.SelectMany((overriding, position) =>
            OverrideRules.CheckInForce(overriding, schedule, $"overrides[{position}]")),
    ];

    /// <summary>What is wrong with the window of a question; null when it can be answered.</summary>
    public static ScheduleProblem? CheckWindow(Instant from, Instant to) =>
        to <= from ? new("to", "The window ends before it begins.", "Give an end after the beginning.")
        : IsTooLong(from, to) ? new("to", "The window is too long.", "Ask for at most two years at a time.")
        : null;

    /// <summary>Two years end on the same date, whether or not there is a leap day between.</summary>
    private static bool IsTooLong(Instant from, Instant to)
    {
        var (first, last) = (from.InUtc().LocalDateTime, to.InUtc().LocalDateTime);
        var years = Period.Between(first, last, PeriodUnits.Years).Years;
        return years > MostYears || (years == MostYears && first.PlusYears(MostYears) < last);
    }

    private static IEnumerable<ScheduleProblem> CheckName(IReadOnlyList<Layer> layers, int position)
    {
        var name = layers[position].Name;
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new($"layers[{position}].name", "The layer has no name.", "Give it a name that is unique in the schedule.");
        }
        else if (layers.Take(position).Any(other => other.Name == name))
        {
            yield return new(
                $"layers[{position}].name", $"Another layer is named \"{name}\" too.", "Give each layer of a schedule its own name.");
        }
    }
}
