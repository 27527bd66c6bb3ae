using Incidents.Configuration.Yaml;
using Incidents.Domain;
using Incidents.Domain.OnCall;

namespace Incidents.Configuration.Sections;

internal static class SchedulesSection
{
    public static OrderedDictionary<ScheduleId, OnCallSchedule> Read(ConfigurationSections sections, KnownIds ids)
    {
        var schedules = new OrderedDictionary<ScheduleId, OnCallSchedule>();
        foreach (var (id, value) in sections.Schedules)
        {
            if (value.Object("Write `time_zone:`, `rotation:` and `participants:`.") is not { } entry)
            {
                continue;
            }

            var name = entry.Find("name")?.Text() ?? id;
            var gaps = entry.Find("gaps")?.Word("unwanted", "intended");
            var testPageAt = entry.Find("test_page_at")?.ClockTime();
            var tells = entry.Find("handoff_notice")?.Boolean() ?? true;
            var schedule = ScheduleForm.Read(new ScheduleId(id), name, entry, value => ids.Person(value));
            entry.RefuseOthers();
            if (schedule is not null && IsSound(schedule, value, ScheduleForm.IsShort(entry)))
            {
                schedules.Add(schedule.Id, new OnCallSchedule(schedule) { GapsAreIntended = gaps == "intended", TestPageAt = testPageAt, TellsHandOffs = tells, IsItsOnlyLayer = ScheduleForm.IsShort(entry) });
            }
        }

        return schedules;
    }

    /// <summary>Checks the rules every schedule keeps to. An override in a file that can have no effect is a mistake.</summary>
    private static bool IsSound(Schedule schedule, YamlValue value, bool isShort)
    {
        var problems = ScheduleRules.Check(schedule);
        foreach (var problem in problems)
        {
            var path = isShort ? problem.Path.Replace("layers[0].", "", StringComparison.Ordinal) : problem.Path;
            value.Follow(path).Error($"{problem.Problem} {problem.Fix}");
        }

        return problems.Count == 0;
    }
}
