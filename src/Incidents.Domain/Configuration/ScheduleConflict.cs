using Incidents.Domain.OnCall;
using Incidents.Domain.OnCall.Absences;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.Configuration;

/// <summary>A person is on call on a schedule while they are away.</summary>
/// <param name="Schedule">Id of the schedule.</param>
/// <param name="Cover">Commands that find or make a stand-in; a person runs them. The second names the person who is free and carries least, or `PERSON` when none is free.</param>
public sealed record ScheduleConflict(ScheduleId Schedule, DutyConflict Duty, IReadOnlyList<string> Cover)
{
    /// <summary>All of every schedule in a window, schedule by schedule.</summary>
    /// <param name="absences">Of everybody.</param>
    public static IReadOnlyList<ScheduleConflict> Find(OnCallConfiguration settings, IReadOnlyList<Absence> absences, Instant from, Instant to) =>
        [.. settings.Schedules.Values.SelectMany(schedule => Find(schedule, settings, absences, from, to))];

    /// <summary>Those of one schedule, by their beginning and then by person.</summary>
    /// <param name="absences">Of everybody.</param>
    public static IEnumerable<ScheduleConflict> Find(OnCallSchedule schedule, OnCallConfiguration settings, IReadOnlyList<Absence> absences, Instant from, Instant to) =>
        DutyConflicts.Find(schedule.Calendar, absences, from, to).Select(duty => new ScheduleConflict(
            schedule.Definition.Id, duty, CoverOf(schedule.Definition.Id, duty, SubstituteSuggestion.Suggest(schedule, duty.Person, duty.From, duty.To, settings, absences)?.Value ?? "PERSON")));

    private static IReadOnlyList<string> CoverOf(ScheduleId schedule, DutyConflict duty, string standIn)
    {
        var span = $"--from {InstantPattern.ExtendedIso.Format(duty.From)} --to {InstantPattern.ExtendedIso.Format(duty.To)}";
        return
        [
            $"./incidents swap ask {schedule} {span} --as {duty.Person}",
            $"./incidents override add {schedule} --kind replace --replaces {duty.Person} --user {standIn} {span}",
        ];
    }
}
