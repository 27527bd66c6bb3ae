using Incidents.Configuration.Yaml;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;
using NodaTime.TimeZones;

namespace Incidents.Import.Calendars;

/// <summary>
/// The zones a calendar names. What the file itself says of a zone goes first: an id such as `GMT` may stand for London. Only then is it an IANA id
/// or one of Windows.
/// </summary>
internal sealed class FileZones(Component calendar, Instant horizon, RepeatBudget budget)
{
    private static readonly string[] OffsetForms = ["+HHmm", "+HHmmss"];

    private readonly Dictionary<string, FileZone?> zones = new(StringComparer.Ordinal);

    /// <summary>The zone of times that name none, as Google writes it.</summary>
    public FileZone? Usual => calendar.Find("X-WR-TIMEZONE") is { Value: var id } ? Find(id.Trim()) : null;

    public FileZone Of(ContentLine line, string id) =>
        Find(id) ?? throw new CalendarException(line.Number, $"There is no time zone {id.Quoted()}. Export the calendar with IANA zones such as Europe/Berlin.");

    private FileZone? Find(string id)
    {
        if (!zones.TryGetValue(id, out var zone))
        {
            var own = calendar.Parts.Where(part => part.Name == "VTIMEZONE" && part.Find("TZID")?.Value.Trim() == id).Select(Own).FirstOrDefault(one => one is not null);
            zones[id] = zone = own ?? (Known(id) is { } known ? FileZone.Of(known) : null);
        }

        return zone;
    }

    /// <summary>An IANA id, also behind a prefix such as `/freeassociation.sourceforge.net/`, or the one Outlook means by `W. Europe Standard Time`.</summary>
    private static DateTimeZone? Known(string id)
    {
        for (var rest = id; ; rest = rest[(rest.IndexOf('/', StringComparison.Ordinal) + 1)..])
        {
            if (ZoneIds.Find(rest) is { } zone)
            {
                return zone;
            }

            if (!id.StartsWith('/') || !rest.Contains('/', StringComparison.Ordinal))
            {
                return TzdbDateTimeZoneSource.Default.WindowsMapping.PrimaryMapping.TryGetValue(id, out var iana) ? ZoneIds.Find(iana) : null;
            }
        }
    }

    /// <returns>Null when the rules cannot be read; the id may still be known.</returns>
    private FileZone? Own(Component zone)
    {
        try
        {
            var onsets = zone.Parts.Where(part => part.Name is "STANDARD" or "DAYLIGHT").SelectMany(Onsets).OrderBy(one => one.At).ToList();
            return onsets.Count == 0 ? null : FileZone.Of(onsets[0].Before, [.. onsets.Select(one => (one.At, one.Offset))]);
        }
        catch (CalendarException)
        {
            return null;
        }
    }

    private IEnumerable<(Instant At, Offset Before, Offset Offset)> Onsets(Component observance)
    {
        var (before, after) = (Offset(observance, "TZOFFSETFROM"), Offset(observance, "TZOFFSETTO"));
        var start = observance.Find("DTSTART") ?? throw new CalendarException(observance.Line, "The zone has no DTSTART.");
        var first = CalendarTime.ReadLocal(start, start.Value);
        var rule = observance.Find("RRULE");
        if (rule is not null && !rule.Value.Contains("FREQ=YEARLY", StringComparison.OrdinalIgnoreCase))
        {
            throw new CalendarException(rule.Number, "The clocks of a zone change by the year.");
        }

        var until = rule is null ? null : Repeats.Until(rule, at => at.WithOffset(before).LocalDateTime);
        var locals = rule is null ? [first] : Repeats.Of(rule, first, hasTime: true, budget).TakeWhile(local => local.WithOffset(before).ToInstant() <= horizon && (until is null || local <= until));
        var more = observance.All("RDATE").SelectMany(line => line.Value.Split(',').Select(value => CalendarTime.ReadLocal(line, value)));
        return locals.Concat(more).Prepend(first).Distinct().Select(local => (local.WithOffset(before).ToInstant(), before, after));
    }

    private static Offset Offset(Component observance, string name)
    {
        var line = observance.Find(name) ?? throw new CalendarException(observance.Line, $"The zone has no {name}.");
        return OffsetForms.Select(form => OffsetPattern.CreateWithInvariantCulture(form).Parse(line.Value.Trim())).FirstOrDefault(parsed => parsed.Success)?.Value
            ?? throw new CalendarException(line.Number, $"{name} is no offset such as +0100.");
    }
}
