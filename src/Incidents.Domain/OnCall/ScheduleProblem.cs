namespace Incidents.Domain.OnCall;

/// <summary>Something wrong with a schedule, in words for its author.</summary>
/// <param name="Path">The field, as the schedule's YAML or JSON form names it: `layers[0].rotation.length`.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Fix">What to write instead.</param>
public sealed record ScheduleProblem(string Path, string Problem, string Fix)
{
    /// <summary>Worth showing, but no reason to refuse the schedule.</summary>
    public bool IsWarning { get; init; }
}
