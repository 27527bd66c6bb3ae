using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using Incidents.Domain.OnCall.Swaps;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>Who could take a person's turn. A suggestion; people decide.</summary>
public static class SubstituteSuggestion
{
    private static readonly Duration LookedBack = Duration.FromDays(90);

    /// <summary>Returns who could take an open request; null when no person is free.</summary>
    /// <param name="absences">Of everybody.</param>
    public static PersonId? Suggest(SwapRequest request, OnCallConfiguration settings, IReadOnlyList<Absence> absences) =>
        settings.Schedules.TryGetValue(request.Schedule, out var schedule) ? Suggest(schedule, request.Requester, request.From, request.To, settings, absences) : null;

    /// <summary>
    /// Of those with turns on the schedule, the person who carries least of it from 90 days before up to the end: active, not away and nowhere on call in that time.
    /// </summary>
    /// <param name="absences">Of everybody.</param>
    /// <returns>Null when no person is free.</returns>
    public static PersonId? Suggest(OnCallSchedule schedule, PersonId relieved, Instant from, Instant to, OnCallConfiguration settings, IReadOnlyList<Absence> absences)
    {
        // Of a request for years only the beginning is weighed: one question answers two years at most.
        var end = Instant.Min(to, from + ScheduleRules.LongestWindow - LookedBack);
        var busy = settings.Schedules.Values.SelectMany(other => other.Calendar.Segments(from, to)).SelectMany(segment => segment.People).ToHashSet();
        return ScheduleFairness.Of(schedule, settings, from - LookedBack, end)
            .OrderBy(load => load.Total).ThenBy(load => load.Weekend).ThenBy(load => load.Night).ThenBy(load => load.Person)
            .Select(load => load.Person)
            .Where(person => person != relieved && !busy.Contains(person) && settings.FindPerson(person) is { IsActive: true })
            .Where(person => !absences.Any(away => away.Person == person && away.From < to && from < away.To))
            .Select(person => (PersonId?)person)
            .FirstOrDefault();
    }
}
