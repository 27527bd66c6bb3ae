using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Fairness;
using Incidents.Domain.People;
using NodaTime;

namespace Incidents.Domain.Configuration;

/// <summary>Who carries how much of a schedule. People draw conclusions from it; nothing follows by itself.</summary>
public static class ScheduleFairness
{
    private static readonly IReadOnlySet<LocalDate> NoHolidays = new HashSet<LocalDate>();

    /// <summary>The load of everybody who has, or could have, a turn; the largest first.</summary>
    public static IReadOnlyList<DutyLoad> Of(OnCallSchedule schedule, OnCallConfiguration settings, Instant from, Instant to) =>
        DutyLoads.Of(schedule.Calendar.Shifts(from, to), Everybody(schedule.Definition), person => Where(person, schedule.Definition, settings));

    private static IEnumerable<PersonId> Everybody(Schedule schedule) => schedule.Layers
        .SelectMany(layer => layer.Participants.Concat(layer.Changes.SelectMany(change => change.Participants)))
        .SelectMany(participant => participant.People);

    /// <summary>A person without a zone of their own lives by the schedule's clock.</summary>
    private static PersonLocale Where(PersonId id, Schedule schedule, OnCallConfiguration settings)
    {
        var person = settings.FindPerson(id);
        return new(
            person?.TimeZone ?? schedule.TimeZone,
            person?.Country is { } country ? settings.Holidays[country].Select(holiday => holiday.Date).ToHashSet() : NoHolidays);
    }
}
