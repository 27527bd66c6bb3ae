using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Configuration.Review;

/// <summary>Overrides that get in each other's way, and those to come that put a person on call who has left.</summary>
internal static class OverrideReview
{
    public static void Warn(Schedule schedule, IReadOnlyDictionary<PersonId, Person> people, YamlValue value, Instant now)
    {
        foreach (var (index, one) in schedule.Overrides.Index().Where(one => one.Item.To > now && one.Item.Kind != OverrideKind.Remove))
        {
            foreach (var left in one.Users.Select(id => people[id]).Where(person => !person.IsActive))
            {
                value.Follow($"overrides[{index}]").Warn($"{left.Name} is not active, and `overrides[{index}]` puts them on call, which pages nobody. Name somebody else.");
            }
        }

        foreach (var (index, one) in schedule.Overrides.Index().Where(one => one.Item.To > now && one.Item.Kind == OverrideKind.Replace))
        {
            // A person who has left and still has turns is rightly replaced; one without turns is on call nowhere.
            if (one.Replaces is { } replaced && people[replaced] is { IsActive: false } left && !RosterReview.Named(schedule).Contains(replaced))
            {
                value.Follow($"overrides[{index}]").Warn($"{left.Name} is not active and has no turns, so `overrides[{index}]` replaces them in nothing. Remove it.");
            }
        }

        for (var later = 0; later < schedule.Overrides.Count; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (Conflict(schedule.Overrides[earlier], schedule.Overrides[later]) is { } conflict)
                {
                    value.Follow($"overrides[{later}]").Warn($"`overrides[{later}]` {conflict} `overrides[{earlier}]`. Shorten or remove one of the two.");
                }
            }
        }
    }

    private static string? Conflict(Override earlier, Override later) =>
        earlier.Layer != later.Layer || later.From >= earlier.To || earlier.From >= later.To ? null
        : (earlier.Kind, later.Kind) switch
        {
            (OverrideKind.Cover, OverrideKind.Cover) => "overlaps, and goes before,",
            (OverrideKind.Replace, OverrideKind.Replace) when later.Users.SequenceEqual([earlier.Replaces!.Value]) && earlier.Users.SequenceEqual([later.Replaces!.Value]) => "undoes",
            _ => null,
        };
}
