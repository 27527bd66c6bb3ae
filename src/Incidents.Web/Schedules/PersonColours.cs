using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Web.Schedules;

/// <summary>A colour for everybody in a schedule, the same in every month. Each drawing tells names too: there are eight colours only, and not everybody sees them.</summary>
internal sealed class PersonColours(Schedule schedule)
{
    private const int Colours = 8;

    private readonly Dictionary<PersonId, int> order = schedule.Layers
        .SelectMany(layer => layer.Participants.Concat(layer.Changes.SelectMany(change => change.Participants)).SelectMany(place => place.People))
        .Concat(schedule.Overrides.SelectMany(one => one.Users))
        .Distinct()
        .Select((person, index) => (person, index))
        .ToDictionary();

    /// <summary>The name of the style's class.</summary>
    public string Of(PersonId person) => $"p{order.GetValueOrDefault(person) % Colours}";
}
