using Incidents.Configuration.Yaml;
using Incidents.Domain.People;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Sections;

internal static class HolidaysSection
{
    private const string Advice = "Write { date: 2026-12-25, name: Christmas Day }.";

    public static OrderedDictionary<string, IReadOnlyList<Holiday>> Read(ConfigurationSections sections)
    {
        var countries = new OrderedDictionary<string, IReadOnlyList<Holiday>>();
        foreach (var (country, value) in sections.Holidays)
        {
            countries.Add(country, Read(country, value));
        }

        return countries;
    }

    private static IReadOnlyList<Holiday> Read(string country, YamlValue value)
    {
        var days = new OrderedDictionary<LocalDate, Holiday>();
        foreach (var item in value.Items())
        {
            if (ReadOne(item) is { } holiday && !days.TryAdd(holiday.Date, holiday))
            {
                item.Error($"{LocalDatePattern.Iso.Format(holiday.Date)} is a holiday of {country} already: {days[holiday.Date].Name.Quoted()}. Remove one of the two.");
            }
        }

        return [.. days.Values];
    }

    private static Holiday? ReadOne(YamlValue value)
    {
        if (value.Object(Advice) is not { } entry)
        {
            return null;
        }

        var date = entry.Require("date", Advice)?.Date();
        var name = entry.Require("name", Advice)?.Text();
        entry.RefuseOthers();
        return date is { } day && name is not null ? new Holiday(day, name) : null;
    }
}
