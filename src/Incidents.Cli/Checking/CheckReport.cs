using Incidents.Application.Runbooks;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using NodaTime;

namespace Incidents.Cli.Checking;

/// <summary>All there is to say about a configuration, its runbooks and, where some are given, the alarms it will meet.</summary>
/// <param name="Problems">Errors, warnings and notes.</param>
/// <param name="Services">Services whose pages reach only the catch-all or no person; empty when the configuration cannot be read.</param>
/// <param name="Alarms">Null when none were given.</param>
internal sealed record CheckReport(IReadOnlyList<ConfigurationProblem> Problems, IReadOnlyList<Staffing> Services, ClaimedAlarms? Alarms)
{
    public bool IsGood => Problems.All(problem => problem.IsWarning || problem.IsNote);

    public bool HasWarnings => Problems.Any(problem => problem.IsWarning) || Alarms?.Unclaimed.Count > 0 || Alarms?.Shared.Count > 0;

    public string Verdict => !IsGood ? "not good yet" : HasWarnings ? "good, with warnings" : "good";

    public static CheckReport Of(ConfigurationResult configuration, RunbookFolder runbooks, AlarmNames? alarms, Instant now) => configuration switch
    {
        ConfigurationResult.Valid { Configuration: var settings } => new CheckReport(
            [.. settings.Unwakeable, .. settings.Warnings, .. settings.Notes, .. runbooks.Problems],
            Staffing.Of(settings, now, now + Staffing.Ahead),
            alarms is null ? null : ClaimedAlarms.Of(alarms, settings)),
        ConfigurationResult.Invalid invalid => new CheckReport([.. invalid.Problems, .. runbooks.Problems], [], null),
        _ => new CheckReport(runbooks.Problems, [], null),
    };
}
