using Incidents.Domain.Configuration;

namespace Incidents.Configuration.Yaml;

/// <summary>Everything found wrong so far: reading goes on after a problem, so that all are shown at once.</summary>
internal sealed class ProblemList
{
    private readonly List<ConfigurationProblem> problems = [];

    public bool HasErrors => problems.Exists(problem => !problem.IsWarning);

    public void Error(Place place, string message) => problems.Add(new ConfigurationProblem(place, message));

    public void Warn(Place place, string message) => problems.Add(new ConfigurationProblem(place, message) { IsWarning = true });

    /// <summary>By file, line and column; each once.</summary>
    public IReadOnlyList<ConfigurationProblem> InOrder() =>
    [
        .. problems.Distinct()
            .OrderBy(problem => problem.Place.File, StringComparer.Ordinal)
            .ThenBy(problem => problem.Place.Line)
            .ThenBy(problem => problem.Place.Column),
    ];
}
