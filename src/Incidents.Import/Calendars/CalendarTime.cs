using Incidents.Application.Configuration.Yaml;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Incidents.Import.Calendars;

/// <summary>A DTSTART or DTEND: a date, or an instant.</summary>
/// <param name="Day">Set for a whole day.</param>
/// <param name="At">Set for a moment.</param>
internal readonly record struct CalendarTime(LocalDate? Day, Instant? At)
{
    private static readonly LocalDatePattern DayForm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimeForm = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");

    /// <returns>Null and the problem when it is none of the three forms that name one moment everywhere.</returns>
    public static (CalendarTime? Time, string? Problem) Parse(ContentLine line)
    {
        if (DayForm.Parse(line.Value) is { Success: true } day)
        {
            return (new(day.Value, null), null);
        }

        var isUtc = line.Value is [.., 'Z'];
        if (TimeForm.Parse(isUtc ? line.Value[..^1] : line.Value) is not { Success: true, Value: var local })
        {
            return (null, $"{line.Name} is no date (20261224) and no time (20261224T090000Z).");
        }

        if (isUtc)
        {
            return (new(null, local.InUtc().ToInstant()), null);
        }

        return !line.Parameters.TryGetValue("TZID", out var id)
            ? (null, $"{line.Name} says no time zone. Export the calendar with times in UTC or with a TZID.")
            : Zone(id) is { } zone ? (new(null, new WallClock(zone).FirstAt(local)), null)
            : (null, $"There is no time zone {id.Quoted()}. Export the calendar with IANA zones such as Europe/Berlin.");
    }

    /// <summary>An IANA zone, or the one Outlook means by `W. Europe Standard Time`.</summary>
    private static DateTimeZone? Zone(string id) =>
        ZoneIds.Find(id) ?? (TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(id, out var iana) ? ZoneIds.Find(iana) : null);
}
