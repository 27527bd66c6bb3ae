using Incidents.Configuration.Yaml;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Configuration.Sections;

internal static class RestrictionForm
{
    public static Restriction? Read(YamlValue value)
    {
        if (value.Object("Write { type: daily, start: 08:00, end: 20:00 }.") is not { } entry)
        {
            return null;
        }

        var type = entry.Require("type", "Write daily or weekly.")?.Word("daily", "weekly");
        var start = entry.Require("start", "Write a clock time such as 08:00.")?.ClockTime();
        var end = entry.Require("end", "Write a clock time such as 20:00.")?.ClockTime();
        var days = type == "weekly" ? [] : entry.Find("days")?.ListOfWeekdays() ?? [];
        Restriction? restriction = type == "weekly" ? ReadWeekly(entry, start, end)
            : start is { } from && end is { } to ? new Restriction.Daily(from, to) { Days = days }
            : null;
        entry.RefuseOthers();
        return type is null ? null : restriction;
    }

    private static Restriction.Weekly? ReadWeekly(YamlObject entry, LocalTime? start, LocalTime? end)
    {
        var startDay = entry.Require("start_day", "Write MO, TU, WE, TH, FR, SA or SU.")?.Weekday();
        var endDay = entry.Require("end_day", "Write MO, TU, WE, TH, FR, SA or SU.")?.Weekday();
        return startDay is { } first && start is { } from && endDay is { } last && end is { } to
            ? new Restriction.Weekly(first, from, last, to)
            : null;
    }
}
