using NodaTime;

namespace Incidents.Domain.OnCall;

/// <summary>What an override must keep to.</summary>
public static class OverrideRules
{
    /// <summary>
    /// What is wrong with an override that is about to be added to a schedule and, as a warning, where it would take the
    /// last person away; empty when there is nothing to say. Paths are the override's own fields.
    /// </summary>
    public static IReadOnlyList<ScheduleProblem> Check(Override created, Schedule schedule)
    {
        var problems = CheckFields(created, schedule, "").ToArray();
        return problems.Length == 0 && created.Kind == OverrideKind.Remove ? [.. CheckGap(created, schedule)] : problems;
    }

    /// <summary>What is wrong with an override in force. One that can have no effect is odd, but no reason to refuse its schedule.</summary>
    internal static IEnumerable<ScheduleProblem> CheckInForce(Override overriding, Schedule schedule, string path) =>
        CheckFields(overriding, schedule, $"{path}.")
            .Select(problem => overriding.From < overriding.To ? problem : problem with { IsWarning = true });

    private static IEnumerable<ScheduleProblem> CheckFields(Override overriding, Schedule schedule, string path)
    {
        if (overriding.To <= overriding.From)
        {
            yield return new($"{path}to", "The override ends before it begins.", "Give an end after the beginning.");
        }

        if (overriding.Kind == OverrideKind.Replace && overriding.Replaces is null)
        {
            yield return new($"{path}replaces", "A replacement must say whose place is taken.", "Name the person who is replaced.");
        }

        if (overriding.Layer is { } name && schedule.Layers.All(layer => layer.Name != name))
        {
            yield return new(
                $"{path}layer", $"No layer is named \"{name}\".", "Name a layer of this schedule, or leave it out to mean all of it.");
        }
    }

    private static IEnumerable<ScheduleProblem> CheckGap(Override created, Schedule schedule)
    {
        var covered = new OnCallCalendar(schedule).Segments(created.From, created.To).Where(segment => !segment.IsGap);
        var gaps = new OnCallCalendar(schedule with { Overrides = [.. schedule.Overrides, created] }).Gaps(created.From, created.To);
        var opened = covered
            .SelectMany(segment => gaps.Where(gap => gap.From < segment.To && segment.From < gap.To)
                .Select(gap => Instant.Max(gap.From, segment.From)))
            .ToArray();
        if (opened.Length > 0)
        {
            yield return new("users", $"Nobody would be on call from {opened[0]} on.", "Add somebody to cover, or remove from one layer only.")
            {
                IsWarning = true,
            };
        }
    }
}
