using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;

namespace Incidents.Configuration.Review;

/// <summary>Who is in a schedule: one person alone, or a person who has left.</summary>
internal static class RosterReview
{
    public static void Warn(Schedule schedule, IReadOnlyDictionary<PersonId, Person> people, YamlValue value)
    {
        var named = Named(schedule).Select(id => people[id]).ToArray();
        if (named is [var alone])
        {
            value.WarnAtKey($"{alone.Name} is alone in {value.Name.Quoted()}: on call always, with nobody to take over. Add a second person.");
        }

        foreach (var person in InTurns(schedule).Distinct().Select(id => people[id]).Where(person => !person.IsActive))
        {
            value.WarnAtKey($"{person.Name} is not active and still in {value.Name.Quoted()}, where their turns page nobody. Take them out.");
        }
    }

    /// <summary>Everybody who has a turn or an override, each once.</summary>
    public static IEnumerable<PersonId> Named(Schedule schedule) => InTurns(schedule)
        .Concat(schedule.Overrides.Where(one => one.Kind != OverrideKind.Remove).SelectMany(one => one.Users))
        .Distinct();

    private static IEnumerable<PersonId> InTurns(Schedule schedule) => schedule.Layers
        .SelectMany(layer => layer.Changes.SelectMany(change => change.Participants).Concat(layer.Participants))
        .SelectMany(participant => participant.People);
}
