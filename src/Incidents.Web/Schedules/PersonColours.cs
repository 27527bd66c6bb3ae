using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;

namespace Incidents.Web.Schedules;

/// <summary>A colour for each person in a schedule, the same in every month, and in every schedule while there are enough for all. Each drawing shows names too, for readers who cannot see colours.</summary>
internal sealed class PersonColours
{
    private const int Colours = 8;

    private readonly Dictionary<PersonId, int> order;

    private PersonColours(IEnumerable<PersonId> people) => order = people.Select((person, index) => (person, index)).ToDictionary();

    /// <summary>The name of the style's class.</summary>
    public string Of(PersonId person) => $"p{order.GetValueOrDefault(person) % Colours}";

    /// <summary>Of more than eight people some would share a colour; then it is better that no two of one schedule do.</summary>
    public static PersonColours In(OnCallSchedule schedule, OnCallConfiguration settings)
    {
        List<PersonId> everybody = [.. settings.Schedules.Values.SelectMany(one => People(one.Definition)).Distinct()];
        return new(everybody.Count <= Colours ? everybody : People(schedule.Definition).Distinct());
    }

    private static IEnumerable<PersonId> People(Schedule schedule) => schedule.Layers
        .SelectMany(layer => layer.Participants.Concat(layer.Changes.SelectMany(change => change.Participants)).SelectMany(place => place.People))
        .Concat(schedule.Overrides.SelectMany(one => one.Users));
}
