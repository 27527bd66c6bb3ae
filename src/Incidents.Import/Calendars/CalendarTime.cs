using NodaTime;
using NodaTime.Text;

namespace Incidents.Import.Calendars;

/// <summary>A DTSTART, DTEND or another time: a day, or what the clock of a zone shows.</summary>
/// <param name="Local">Midnight for a day.</param>
/// <param name="Zone">Null for a day.</param>
internal readonly record struct CalendarTime(LocalDateTime Local, FileZone? Zone)
{
    private static readonly FileZone Utc = FileZone.Of(DateTimeZone.Utc);
    private static readonly LocalDatePattern DayForm = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly LocalDateTimePattern TimeForm = LocalDateTimePattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss");
    private static readonly InstantPattern KeyForm = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    public LocalDate? Day => Zone is null ? Local.Date : null;

    public Instant At => Zone!.FirstAt(Local);

    /// <summary>The same for the same time, whichever zone it is written in: `20261218`, `20261218T080000Z`.</summary>
    public string Key => Zone is null ? DayForm.Format(Local.Date) : KeyForm.Format(At);

    public static CalendarTime Read(ContentLine line, FileZones zones) => Read(line, line.Value, zones);

    /// <exception cref="CalendarException">It names no moment.</exception>
    public static CalendarTime Read(ContentLine line, string value, FileZones zones)
    {
        value = value.Trim();
        if (ReadDay(value) is { } day)
        {
            return new(Near(line, day.AtMidnight()), null);
        }

        if (value is [.., 'Z'])
        {
            return new(Near(line, ReadLocal(line, value[..^1])), Utc);
        }

        var local = Near(line, ReadLocal(line, value));
        return new(local, line.Parameters.TryGetValue("TZID", out var id) ? zones.Of(line, id)
            : zones.Usual ?? throw new CalendarException(line.Number, $"{line.Name} says no time zone. Export the calendar with times in UTC or with a TZID."));
    }

    private static LocalDateTime Near(ContentLine line, LocalDateTime local) =>
        local.Year is >= 1900 and <= 2200 ? local : throw new CalendarException(line.Number, $"{line.Name} is in another century. Check the year.");

    public static LocalDate? ReadDay(string value) => DayForm.Parse(value.Trim()) is { Success: true } day ? day.Value : null;

    /// <exception cref="CalendarException">It is no time.</exception>
    public static LocalDateTime ReadLocal(ContentLine line, string value) => TimeForm.Parse(value.Trim()) is { Success: true } time
        ? time.Value
        : throw new CalendarException(line.Number, $"{line.Name} is no date (20261224) and no time (20261224T090000Z).");
}
