using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.Configuration;
using Incidents.Domain.OnCall;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Configuration.Review;

/// <summary>People of a schedule whose turns never put them on call, such as those of a daily rotation of seven whose turn is always a Sunday, where only weekdays count.</summary>
internal static class TurnsReview
{
    /// <summary>A turn of a rotation of many may come round after months; only who has none in two years is said to have none.</summary>
    private static readonly Duration Ahead = ScheduleRules.LongestWindow;

    public static void Warn(OnCallSchedule schedule, IReadOnlyDictionary<PersonId, Person> people, YamlValue value, Instant now)
    {
        // Turns are whole seconds, and so is the window.
        var from = Instant.FromUnixTimeSeconds(now.ToUnixTimeSeconds());
        var idle = InForce(schedule.Definition, from).Where(id => people[id].IsActive).ToHashSet();
        foreach (var end in new[] { from + Staffing.Ahead, from + Ahead })
        {
            if (idle.Count > 0)
            {
                idle.ExceptWith(schedule.Calendar.Segments(from, end).SelectMany(segment => segment.People));
            }
        }

        if (idle.Count > 0)
        {
            var names = string.Join(", ", idle.Order().Select(id => people[id].Name));
            value.WarnAtKey($"{names}: never on call in {value.Name.Quoted()}, though among its participants; no turn of theirs in the next two years falls into hours that count. Give the rotation `days`, so that turns follow one another on those days alone, or take them out.");
        }
    }

    /// <summary>Everybody with turns from now on: those a layer has dropped, and those of a layer that is over or begins later than can be looked at, are left out.</summary>
    private static IEnumerable<PersonId> InForce(Schedule schedule, Instant now) => schedule.Layers
        .Where(layer => (layer.End is not { } end || end > now) && layer.Start < now + Ahead)
        .SelectMany(layer => layer.Changes.Where(change => change.At > now && change.At < now + Ahead).Select(change => change.Participants)
            .Append(layer.Changes.Where(change => change.At <= now).OrderBy(change => change.At).LastOrDefault()?.Participants ?? layer.Participants))
        .SelectMany(participants => participants.SelectMany(participant => participant.People))
        .Distinct();
}
