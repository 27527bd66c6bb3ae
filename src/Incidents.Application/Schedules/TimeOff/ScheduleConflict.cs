using Incidents.Application.Configuration;
using Incidents.Domain.OnCall.Absences;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Schedules.TimeOff;

/// <summary>Somebody is on call on a schedule while they are away.</summary>
/// <param name="Schedule">Id of the schedule.</param>
/// <param name="Cover">Commands that find or make a stand-in; nobody runs them by themselves.</param>
public sealed record ScheduleConflict(string Schedule, DutyConflict Duty, IReadOnlyList<string> Cover)
{
    /// <summary>All of every schedule in a window, schedule by schedule.</summary>
    public static IReadOnlyList<ScheduleConflict> Find(OnCallConfiguration settings, IReadOnlyList<Absence> absences, Instant from, Instant to) =>
        [.. settings.Schedules.Values.SelectMany(schedule => Find(schedule, absences, from, to))];

    /// <summary>Those of one schedule, by their beginning and then by person.</summary>
    public static IEnumerable<ScheduleConflict> Find(OnCallSchedule schedule, IReadOnlyList<Absence> absences, Instant from, Instant to) =>
        DutyConflicts.Find(schedule.Calendar, absences, from, to).Select(duty => new ScheduleConflict(schedule.Definition.Id, duty, CoverOf(schedule.Definition.Id, duty)));

    private static IReadOnlyList<string> CoverOf(string schedule, DutyConflict duty)
    {
        var span = $"--from {InstantPattern.ExtendedIso.Format(duty.From)} --to {InstantPattern.ExtendedIso.Format(duty.To)}";
        return
        [
            $"./incidents swap ask {schedule} {span} --as {duty.Person}",
            $"./incidents override add {schedule} --kind replace --replaces {duty.Person} --user PERSON {span}",
        ];
    }
}
