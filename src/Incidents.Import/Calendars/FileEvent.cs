using System.Globalization;
using Incidents.Application.Schedules.TimeOff;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Import.Calendars;

/// <summary>A VEVENT: an event, or one time of an event that repeats.</summary>
internal sealed class FileEvent(Component component, FileZones zones, bool isCancelled, RepeatBudget budget)
{
    private const int LongestUid = 160;
    private const int LongestDays = 10_000;
    private const int LongestHours = 24 * LongestDays;
    private static readonly string[] Single = ["UID", "DTSTART", "DTEND", "RRULE", "RECURRENCE-ID"];

    public int Line => component.Line;

    public string Uid => component.Find("UID") is { Value: { Length: > 0 and <= LongestUid } uid }
        ? uid
        : throw new CalendarException(component.Line, $"The event has no UID of 1 to {LongestUid} characters, so a later import could not tell it from others.");

    /// <summary>Later versions of an event have a higher one, or a later stamp.</summary>
    public (int Sequence, string Stamp) Version => (
        int.TryParse(component.Find("SEQUENCE")?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0,
        component.Find("LAST-MODIFIED")?.Value ?? component.Find("DTSTAMP")?.Value ?? "");

    /// <summary>Whether it takes no time of the person.</summary>
    public bool IsFree => isCancelled || component.Says("STATUS", "CANCELLED") || component.Says("TRANSP", "TRANSPARENT");

    public bool Repeats => component.Find("RRULE") is not null || component.Find("RDATE") is not null;

    /// <summary>Which time of an event that repeats it stands for; null for the event itself.</summary>
    public string? Replaces => component.Find("RECURRENCE-ID") switch
    {
        null => null,
        { } line when line.Parameters.ContainsKey("RANGE") => throw new CalendarException(line.Number, "It changes all later times of an event (RANGE), which is not read. Export the event as two."),
        { } line => CalendarTime.Read(line, zones).Key,
    };

    /// <summary>The time of an event that does not repeat, or of one time of it.</summary>
    /// <exception cref="CalendarException">It has none.</exception>
    public TimeOffSpan Span() => Span(Start());

    /// <summary>Every time of an event that repeats, and when it was planned.</summary>
    /// <exception cref="CalendarException">Not all of them can be told.</exception>
    /// <param name="from">What has ended by then is not told.</param>
    public IEnumerable<(string Key, string Day, TimeOffSpan Span)> Times(Instant from, Instant horizon)
    {
        var start = Start();
        var first = Span(start).In(null);
        var begins = from - (first.To - first.From) - Duration.FromDays(1);
        var rule = component.Find("RRULE");
        if (component.All("EXRULE").FirstOrDefault() is { } deprecated)
        {
            throw new CalendarException(deprecated.Number, "EXRULE is not read. Leave times out by EXDATE.");
        }

        var until = rule is null ? null : Calendars.Repeats.Until(rule, at => start.Zone?.Shown(at) ?? at.InUtc().LocalDateTime);
        var planned = (rule is null ? [start.Local] : Calendars.Repeats.Of(rule, start.Local, start.Zone is not null, budget)
                .TakeWhile(local => (until is null || local <= until) && local.InUtc().ToInstant() <= horizon))
            .Where(local => local.InUtc().ToInstant() >= begins)
            .Select(local => start with { Local = local })
            .Concat(Listed("RDATE").Where(time => time.Local.InUtc().ToInstant() >= begins && time.Local.InUtc().ToInstant() <= horizon));
        var without = start.Day is null ? Listed("EXDATE").Select(time => time.Key).ToHashSet() : DaysLeftOut();
        return planned.DistinctBy(time => time.Key)
            .Where(time => !without.Contains(time.Key) && !without.Contains(DayOf(time)))
            .Select(time => (time.Key, DayOf(time), Span: Span(time)))
            .Where(time => time.Span.In(null).To > from);
    }

    private static string DayOf(CalendarTime time) => time.Local.Date.ToString("uuuuMMdd", CultureInfo.InvariantCulture);

    /// <summary>Of whole days only the date of an EXDATE counts, whatever time and zone it is written with.</summary>
    private HashSet<string> DaysLeftOut() =>
    [
        .. component.All("EXDATE").SelectMany(line => line.Value.Split(',').Select(value =>
            value.Trim().Split('T')[0] is var day && CalendarTime.ReadDay(day) is not null ? day : CalendarTime.Read(line, value, zones).Key)),
    ];

    private List<CalendarTime> Listed(string name) => [.. component.All(name).SelectMany(line => line.Value.Split(',').Select(value => Listed(line, value)))];

    private CalendarTime Listed(ContentLine line, string value) => value.Contains('/', StringComparison.Ordinal)
        ? throw new CalendarException(line.Number, $"{line.Name} has a time with a length of its own (VALUE=PERIOD), which is not read. Export that time as an event of its own.")
        : CalendarTime.Read(line, value, zones);

    private CalendarTime Start()
    {
        foreach (var twice in Single.Where(name => component.All(name).Skip(1).Any()))
        {
            throw new CalendarException(component.All(twice).Skip(1).First().Number, $"The event has two {twice}. Export the file again.");
        }

        return component.Find("DTSTART") is { } line ? CalendarTime.Read(line, zones) : throw new CalendarException(component.Line, "The event has no DTSTART.");
    }

    /// <param name="from">The start of the event, or one of the times it comes again, which is then as long by the clock.</param>
    private TimeOffSpan Span(CalendarTime from) =>
        component.Find("DTEND") is { } end ? Until(from, CalendarTime.Read(component.Find("DTSTART")!, zones), end)
        : component.Find("DURATION") is { } length ? Lasting(from, length)
        : from.Day is { } day ? new TimeOffSpan.Days(new(day, day))
        : throw new CalendarException(component.Line, "The event has no DTEND, so it has no length.");

    /// <summary>The end of whole days is the day after the last.</summary>
    private TimeOffSpan Until(CalendarTime from, CalendarTime start, ContentLine end)
    {
        var until = CalendarTime.Read(end, zones);
        if (from.Day is { } first && until.Day is { } after && start.Day is { } began)
        {
            return after > began ? new TimeOffSpan.Days(new(first, first.PlusDays(Period.DaysBetween(began, after) - 1))) : throw new CalendarException(end.Number, "The event ends before it begins.");
        }

        if (from.Zone is null || start.Zone is null || until.Zone is null)
        {
            throw new CalendarException(end.Number, "DTSTART and DTEND are not both dates, nor both times.");
        }

        var stop = ReferenceEquals(start.Zone, until.Zone) && ReferenceEquals(from.Zone, start.Zone)
            ? (@from with { Local = from.Local + Period.Between(start.Local, until.Local) }).At
            : from.At + (until.At - start.At);
        return stop > from.At ? new TimeOffSpan.Exactly(from.At, stop) : throw new CalendarException(end.Number, "The event ends before it begins.");
    }

    /// <summary>Days are days of the clock, hours are hours.</summary>
    private static TimeOffSpan Lasting(CalendarTime from, ContentLine length)
    {
        if (PeriodPattern.Roundtrip.Parse(length.Value.Trim().TrimStart('+')) is not { Success: true, Value: var period } || !IsLength(period))
        {
            throw new CalendarException(length.Number, "DURATION is none such as P1D or PT8H.");
        }

        var days = (7 * period.Weeks) + period.Days;
        if (from.Day is { } first)
        {
            return !period.HasTimeComponent && days > 0 ? new TimeOffSpan.Days(new(first, first.PlusDays(days - 1)))
                : throw new CalendarException(length.Number, "A whole day has a DURATION in days, such as P1D.");
        }

        var begin = days == 0 ? from.At : (@from with { Local = from.Local.PlusDays(days) }).At;
        return new TimeOffSpan.Exactly(from.At, begin + (period.ToDuration() - Duration.FromDays(days)));
    }

    private static bool IsLength(Period period) =>
        period is { Years: 0, Months: 0, Weeks: >= 0 and <= LongestDays, Days: >= 0 and <= LongestDays, Hours: >= 0 and <= LongestHours, Minutes: >= 0 and <= LongestHours, Seconds: >= 0 and <= LongestHours }
        && period.ToDuration() > Duration.Zero;
}
