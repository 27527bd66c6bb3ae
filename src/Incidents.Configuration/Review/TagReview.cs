using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.Services;

namespace Incidents.Configuration.Review;

/// <summary>Services whose alarm tags one alarm can carry together: no mistake, and worth knowing who gets it.</summary>
internal static class TagReview
{
    private const int Most = 50;

    public static IReadOnlyList<ConfigurationProblem> Find(OnCallConfiguration configuration, IReadOnlyDictionary<string, YamlValue> sections)
    {
        Service[] tagged = [.. configuration.Services.Values.Where(service => service.AlarmTags.Count > 0)];
        return
        [
            .. tagged
                .SelectMany((later, index) => tagged.Take(index).Where(earlier => Agree(earlier.AlarmTags, later.AlarmTags)).Select(earlier => Note(earlier, later, sections)))
                .Take(Most),
        ];
    }

    private static ConfigurationProblem Note(Service first, Service second, IReadOnlyDictionary<string, YamlValue> sections)
    {
        var (winner, why) = (first.AlarmTags.Count - second.AlarmTags.Count) switch
        {
            > 0 => (first, "which names more tags"),
            < 0 => (second, "which names more tags"),
            _ => (string.CompareOrdinal(first.Id.Value, second.Id.Value) < 0 ? first : second, "whose id comes first"),
        };
        return new ConfigurationProblem(
            sections[second.Id.Value].Follow("alarm_tags").Place,
            $"an alarm tagged {string.Join(", ", first.AlarmTags.Union(second.AlarmTags))} fits {first.Id} and {second.Id} and goes to {winner.Id}, {why}.")
        {
            IsNote = true,
        };
    }

    private static bool Agree(IEnumerable<ServiceTag> first, IEnumerable<ServiceTag> second) =>
        first.All(tag => second.All(other => other.Key != tag.Key || other.Value == tag.Value));
}
