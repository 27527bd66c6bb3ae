using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Configuration.Sections;

/// <summary>The order of turns: a person, a list of people who are on call together, or null for a vacant turn.</summary>
internal static class ParticipantsForm
{
    public static IReadOnlyList<Participant>? Read(YamlValue list, Func<YamlValue, PersonId?> person) =>
        list.IsList ? list.Items().AllOrNone(item => ReadOne(item, person)) : list.Refuse<IReadOnlyList<Participant>>($"{list.Subject} must be a list such as [ada, grace].");

    public static ParticipantChange? ReadChange(YamlValue value, Func<YamlValue, PersonId?> person)
    {
        if (value.Object("Write `at:` and `participants:`.") is not { } change)
        {
            return null;
        }

        var at = change.Require("at", "Write an instant in UTC such as 2026-09-14T07:00:00Z.")?.Instant();
        var participants = change.Require("participants", "List who takes turns from then on.") is { } list ? Read(list, person) : null;
        change.RefuseOthers();
        return at is { } instant && participants is not null ? new ParticipantChange(instant, participants) : null;
    }

    /// <summary>A set of people, where the list may be empty.</summary>
    public static PersonSet? ReadPeople(YamlValue list, Func<YamlValue, PersonId?> person)
    {
        var items = list.Items();
        var people = items.Select(person).OfType<PersonId>().ToArray();
        return list.IsList && people.Length == items.Count ? PersonSet.Of(people) : null;
    }

    private static Participant? ReadOne(YamlValue item, Func<YamlValue, PersonId?> person) =>
        item.IsNull ? Participant.Vacant
        : item.IsList ? ReadPeople(item, person) is { } group ? new Participant(group) : null
        : person(item) is { } one ? new Participant([one]) : null;
}
