using Incidents.Configuration.Yaml;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Configuration.Sections;

internal static class QuietHoursForm
{
    private const string Advice = "Write { from: \"22:00\", to: \"07:00\" }, and `days: [SU, MO, TU, WE, TH]` for some of them.";

    private static readonly IReadOnlySet<IsoDayOfWeek> EveryDay = YamlTimes.WeekdayWords.Select(YamlTimes.ParseWeekday).OfType<IsoDayOfWeek>().ToHashSet();

    /// <param name="person">The name people read.</param>
    /// <param name="zone">Whose clock; without one the hours are read and have no effect.</param>
    public static QuietHours? Read(YamlValue value, string person, DateTimeZone? zone)
    {
        if (value.Object(Advice) is not { } entry)
        {
            return null;
        }

        var from = entry.Require("from", Advice)?.ClockTime();
        var until = entry.Require("to", Advice);
        var to = until?.ClockTime();
        var days = entry.Find("days");
        var begin = days?.ListOfWeekdays().ToHashSet();
        entry.RefuseOthers();
        if (from is not null && from == to)
        {
            return until!.Refuse<QuietHours>($"The quiet hours end as they begin. {Advice} To be told in Slack alone, leave the other channels out of `notify: low`.");
        }

        if (days is { IsList: true } && begin!.Count == 0)
        {
            return days.Refuse<QuietHours>($"`days` names no day on which the quiet hours begin. {Advice}");
        }

        if (zone is null)
        {
            value.WarnAtKey($"{person} has quiet hours and no `time_zone` to read them in, so they change nothing. Add `time_zone:` with an IANA id such as Europe/Berlin.");
            return null;
        }

        return from is { } first && to is { } last ? new QuietHours(zone, begin ?? EveryDay, first, last) : null;
    }
}
