using Incidents.Application.Schedules.TimeOff;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Import.Calendars;

/// <summary>
/// Reads the events of an iCal file (RFC 5545) as time off. Strict: an event that repeats, or whose time means another moment elsewhere,
/// is refused with its line, for time off that is wrong is worse than time off that is missing.
/// </summary>
public static class CalendarReader
{
    /// <summary>Characters of a file.</summary>
    public const int LongestText = 2 * 1024 * 1024;

    private const int LongestUid = 200;

    private static readonly string[] Repeating = ["RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"];

    public static CalendarResult Read(string text)
    {
        if (text.Length > LongestText)
        {
            return new CalendarResult.Unreadable(1, $"The calendar is larger than {LongestText / 1024 / 1024} MB. Export fewer years.");
        }

        var events = new List<CalendarEvent>();
        var inside = new Stack<string>();
        var fields = new Dictionary<string, ContentLine>(StringComparer.Ordinal);
        var (began, last) = (0, 0);
        foreach (var line in ContentLines.Read(text))
        {
            last = line.Number;
            var component = line.Value.ToUpperInvariant();
            if (inside.Count == 0 && (line.Name != "BEGIN" || component != "VCALENDAR"))
            {
                return new CalendarResult.Unreadable(line.Number, "This is no iCal file: it does not begin with BEGIN:VCALENDAR.");
            }

            switch (line.Name)
            {
                case "BEGIN":
                    inside.Push(component);
                    if (component == "VEVENT")
                    {
                        (began, fields) = (line.Number, new(StringComparer.Ordinal));
                    }

                    break;
                case "END":
                    if (inside.Pop() != component)
                    {
                        return new CalendarResult.Unreadable(line.Number, "This END has no BEGIN. Export the file again.");
                    }

                    if (component == "VEVENT")
                    {
                        var (read, problem) = Event(fields, began);
                        if (read is null)
                        {
                            return problem!;
                        }

                        events.Add(read);
                    }

                    break;
                case var name when inside.Peek() == "VEVENT":
                    if (!fields.TryAdd(name, line) && name is "UID" or "DTSTART" or "DTEND")
                    {
                        return new CalendarResult.Unreadable(line.Number, $"The event has two {name}. Export the file again.");
                    }

                    break;
            }
        }

        return inside.Count > 0 || last == 0
            ? new CalendarResult.Unreadable(Math.Max(last, 1), "The file ends too early. Export it again.")
            : new CalendarResult.Read(events);
    }

    private static (CalendarEvent? Event, CalendarResult.Unreadable? Problem) Event(Dictionary<string, ContentLine> fields, int began)
    {
        if (fields.GetValueOrDefault("UID") is not { Value: { Length: > 0 and <= LongestUid } uid })
        {
            return Wrong(began, $"The event has no UID of 1 to {LongestUid} characters, so a later import could not tell it from others.");
        }

        if (fields.GetValueOrDefault("STATUS")?.Value.Equals("CANCELLED", StringComparison.OrdinalIgnoreCase) == true)
        {
            return (new(uid, null), null);
        }

        if (Repeating.FirstOrDefault(fields.ContainsKey) is { } repeating)
        {
            return Wrong(fields[repeating].Number, $"The event repeats ({repeating}), which is not read. Enter each time off as an event of its own.");
        }

        if (fields.GetValueOrDefault("DTSTART") is not { } start)
        {
            return Wrong(began, "The event has no DTSTART.");
        }

        var (from, problem) = CalendarTime.Parse(start);
        return from is not { } begins ? Wrong(start.Number, problem!)
            : fields.GetValueOrDefault("DTEND") is { } end ? Until(uid, begins, end)
            : fields.GetValueOrDefault("DURATION") is { } length ? Lasting(uid, begins, length)
            : begins.Day is { } day ? (new(uid, new TimeOffSpan.Days(new(day, day))), null)
            : Wrong(began, "The event has no DTEND, so it has no length.");
    }

    /// <summary>The end of whole days is the day after the last.</summary>
    private static (CalendarEvent?, CalendarResult.Unreadable?) Until(string uid, CalendarTime from, ContentLine end)
    {
        var (until, problem) = CalendarTime.Parse(end);
        return (from, until) switch
        {
            (_, null) => Wrong(end.Number, problem!),
            ({ Day: { } first }, { Day: { } after }) => after > first ? (new(uid, new TimeOffSpan.Days(new(first, after.PlusDays(-1)))), null) : Wrong(end.Number, "The event ends before it begins."),
            ({ At: { } begin }, { At: { } stop }) => stop > begin ? (new(uid, new TimeOffSpan.Exactly(begin, stop)), null) : Wrong(end.Number, "The event ends before it begins."),
            _ => Wrong(end.Number, "DTSTART and DTEND are not both dates, nor both times."),
        };
    }

    private static (CalendarEvent?, CalendarResult.Unreadable?) Lasting(string uid, CalendarTime from, ContentLine length) =>
        PeriodPattern.NormalizingIso.Parse(length.Value) is not { Success: true, Value: { HasDateComponent: var hasDays, HasTimeComponent: var hasTimes } period }
            || period.Months != 0 || period.Years != 0 || period.ToDuration() <= Duration.Zero ? Wrong(length.Number, "DURATION is none such as P1D or PT8H.")
        : (from, hasTimes) switch
        {
            ({ Day: { } first }, false) when hasDays => (new CalendarEvent(uid, new TimeOffSpan.Days(new(first, first.PlusDays((int)period.ToDuration().TotalDays - 1)))), null),
            ({ At: { } begin }, _) => (new CalendarEvent(uid, new TimeOffSpan.Exactly(begin, begin + period.ToDuration())), null),
            _ => Wrong(length.Number, "A whole day has a DURATION in days, such as P1D."),
        };

    private static (CalendarEvent?, CalendarResult.Unreadable?) Wrong(int line, string problem) => (null, new CalendarResult.Unreadable(line, problem));
}
