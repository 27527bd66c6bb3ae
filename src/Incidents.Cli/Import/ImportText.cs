using System.Globalization;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Import;
using Incidents.Import.Sources;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Import;

/// <summary>What an import came to, for a terminal.</summary>
internal static class ImportText
{
    private const int MostDifferences = 20;

    public static IEnumerable<string> Lines(ImportSource source, ImportedTeam team, IReadOnlyList<ScheduleProof?> proofs)
    {
        yield return $"{source.Name}: {Count(team.People.Count, "person", "people")}, {Count(team.Schedules.Count, "schedule", "schedules")}, {Count(team.Policies.Count, "escalation policy", "escalation policies")}, {Count(team.Services.Count, "service", "services")}";
        if (team.Schedules.Count > 0)
        {
            yield return "";
            yield return $"Who is on call, held against what {source.Name} says itself";
        }

        foreach (var line in team.Schedules.Zip(proofs).SelectMany(pair => Lines(pair.First.Id.Value, pair.Second)))
        {
            yield return line;
        }

        if (team.Unmapped.Count > 0)
        {
            yield return "";
            yield return $"Did not map ({team.Unmapped.Count})";
        }

        foreach (var one in team.Unmapped)
        {
            yield return $"  {(one.IsLeftOut ? "* " : "")}{one}";
        }
    }

    /// <summary>Whether the files written are a configuration that would be accepted, and where to read why not.</summary>
    public static IEnumerable<string> Verdict(ConfigurationResult result, string folder)
    {
        yield return "";
        yield return result switch
        {
            ConfigurationResult.Valid { Configuration.Warnings.Count: 0 } => $"wrote {folder}: ./incidents check {folder} finds nothing wrong",
            ConfigurationResult.Valid valid => $"wrote {folder}: it can be put in force; ./incidents check {folder} shows {Count(valid.Configuration.Warnings.Count, "warning", "warnings")}",
            _ => $"wrote {folder}: it cannot be put in force yet; ./incidents check {folder} shows why",
        };
        if (result is ConfigurationResult.Invalid invalid)
        {
            foreach (var problem in invalid.Problems.Where(problem => !problem.IsWarning))
            {
                yield return $"  {problem}";
            }
        }
    }

    /// <summary>What keeps the import from being the same as the other tool's team; nothing when it is.</summary>
    public static IEnumerable<string> Missing(ImportedTeam team, IReadOnlyList<ScheduleProof?> proofs, ConfigurationResult result)
    {
        if (team.Unmapped.Count(one => one.IsLeftOut) is > 0 and var leftOut)
        {
            yield return $"{Count(leftOut, "thing is", "things are")} left out (* under \"Did not map\")";
        }

        if (proofs.Count == 0)
        {
            yield return "nothing was compared, for the export holds no schedule";
        }
        else if (proofs.Count(proof => proof is null) is > 0 and var notCompared)
        {
            yield return $"{Count(notCompared, "schedule was", "schedules were")} not compared";
        }

        if (proofs.Sum(proof => proof?.MinutesThatDiffer ?? 0) is > 0 and var minutes)
        {
            yield return $"{Count(minutes, "minute differs", "minutes differ")}";
        }

        if (result is not ConfigurationResult.Valid)
        {
            yield return "check refuses the configuration";
        }
    }

    /// <summary>The last line of an import that is not the same team, which has exit code 1.</summary>
    public static IEnumerable<string> Conclusion(IReadOnlyList<string> missing) => missing.Count == 0 ? [] : ["", $"NOT the same team: {string.Join("; ", missing)}"];

    private static IEnumerable<string> Lines(string schedule, ScheduleProof? proof)
    {
        if (proof is null)
        {
            yield return $"  {schedule,-24} not compared: the export says nothing about who is on call in the coming 90 days";
            yield break;
        }

        yield return $"  {schedule,-24} {Count(proof.MinutesThatDiffer, "minute differs", "minutes differ")}, {Show(proof.From)} to {Show(proof.To)} ({Days(proof.To - proof.From)})";
        foreach (var one in proof.Differences.Take(MostDifferences))
        {
            yield return $"    {Show(one.From)} to {Show(one.To)}  theirs: {one.Theirs}; ours: {one.Ours}";
        }

        if (proof.Differences.Count > MostDifferences)
        {
            yield return $"    and {proof.Differences.Count - MostDifferences} more; the last ends {Show(proof.Differences[^1].To)}";
        }
    }

    private static string Days(Duration length) => string.Create(CultureInfo.InvariantCulture, $"{length.TotalDays:0.#} days");

    private static string Show(Instant instant) => InstantPattern.General.Format(instant);

    private static string Count(long count, string one, string many) => $"{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? one : many)}";
}
