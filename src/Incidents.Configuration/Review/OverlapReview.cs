using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;

namespace Incidents.Configuration.Review;

/// <summary>Patterns of two services that can claim the same alarm: no mistake, and worth knowing who gets it.</summary>
internal static class OverlapReview
{
    /// <summary>Two services that both begin with `*` overlap in everything, and a list of all pairs would be too long to read.</summary>
    private const int Most = 50;

    public static IReadOnlyList<ConfigurationProblem> Find(OnCallConfiguration configuration, IReadOnlyDictionary<string, YamlValue> sections)
    {
        (Service Service, Glob Pattern)[] all = [.. configuration.Services.Values.SelectMany(service => service.Alarms.Where(HasWildcards).Select(pattern => (service, pattern)))];
        return
        [
            .. Pairs(all)
                .Select(pair => (pair.First, pair.Second, Name: GlobOverlap.Example(pair.First.Pattern, pair.Second.Pattern)))
                .Where(pair => pair.Name is not null)
                .Take(Most)
                .Select(pair => Note(pair.First, pair.Second, pair.Name!, sections)),
        ];
    }

    private static ConfigurationProblem Note((Service Service, Glob Pattern) first, (Service Service, Glob Pattern) second, string name, IReadOnlyDictionary<string, YamlValue> sections)
    {
        var firstWins = first.Pattern.Specificity >= second.Pattern.Specificity;
        var winner = firstWins ? first : second;
        var why = first.Pattern.Specificity == second.Pattern.Specificity ? "which stands first in the files" : "whose pattern is more specific";
        return new ConfigurationProblem(
            sections[second.Service.Id.Value].Follow("alarms").Place,
            $"{second.Pattern.ToString().Quoted()} of {second.Service.Id} overlaps {first.Pattern.ToString().Quoted()} of {first.Service.Id}: {name.Quoted()} fits both and goes to {winner.Service.Id}, {why}.")
        {
            IsNote = true,
        };
    }

    private static IEnumerable<((Service Service, Glob Pattern) First, (Service Service, Glob Pattern) Second)> Pairs((Service Service, Glob Pattern)[] all) =>
        from later in Enumerable.Range(0, all.Length)
        from earlier in Enumerable.Range(0, later)
        where all[earlier].Service != all[later].Service && all[earlier].Pattern != all[later].Pattern && Meet(all[earlier].Service.Places, all[later].Service.Places)
        select (all[earlier], all[later]);

    private static bool Meet(AlarmPlaces first, AlarmPlaces second) =>
        first.Accounts.Count == 0 || second.Accounts.Count == 0 || first.Accounts.Intersect(second.Accounts).Any();

    private static bool HasWildcards(Glob pattern) => pattern.Specificity != int.MaxValue;
}
