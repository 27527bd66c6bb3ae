using System.Globalization;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Configuration.Yaml;

/// <summary>Durations, instants, clock times and zones; null where the value is none, and the problem is noted.</summary>
internal static class YamlTimes
{
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly LocalDateTimePattern LocalMinute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm");

    /// <summary>Which place is often meant by an id that only stands for an offset.</summary>
    private static readonly Dictionary<string, string> FixedZones = new(StringComparer.Ordinal)
    {
        ["EST"] = "America/New_York",
        ["MST"] = "America/Denver",
        ["HST"] = "Pacific/Honolulu",
        ["GMT"] = "Europe/London",
    };

    private static readonly Dictionary<string, IsoDayOfWeek> Weekdays = new(StringComparer.OrdinalIgnoreCase)
    {
        ["MO"] = IsoDayOfWeek.Monday,
        ["TU"] = IsoDayOfWeek.Tuesday,
        ["WE"] = IsoDayOfWeek.Wednesday,
        ["TH"] = IsoDayOfWeek.Thursday,
        ["FR"] = IsoDayOfWeek.Friday,
        ["SA"] = IsoDayOfWeek.Saturday,
        ["SU"] = IsoDayOfWeek.Sunday,
    };

    /// <summary>A whole number and a unit, `90s`, `5m`, `2h` or `1d` (24 hours), within bounds.</summary>
    public static Duration? Duration(this YamlValue value, Duration least, Duration most)
    {
        if (value.Text() is not { } text)
        {
            return null;
        }

        if (ParseDuration(text) is not { } duration)
        {
            var unit = text.All(char.IsAsciiDigit) ? $" Say the unit: {text}m for minutes." : " Write a whole number and s, m, h or d, such as 5m.";
            return value.Refuse<Duration?>($"{value.Subject} cannot be {text.Quoted()}.{unit}");
        }

        return duration >= least && duration <= most
            ? duration
            : value.Refuse<Duration?>($"{value.Subject} cannot be {text.Quoted()}. Write {Show(least)} to {Show(most)}.");
    }

    /// <summary>An instant in UTC: `2026-09-14T09:00:00Z`.</summary>
    public static Instant? Instant(this YamlValue value) =>
        value.Parse(InstantPattern.General, "an instant in UTC such as 2026-09-14T09:00:00Z");

    /// <summary>A time of day: `09:00`.</summary>
    public static LocalTime? ClockTime(this YamlValue value) => value.Text() is { } text && IsEndOfDay(text)
        ? value.Refuse<LocalTime?>($"{value.Subject} cannot be {text.Quoted()}. Write 00:00, which is the midnight at which the day ends.")
        : value.Parse(Clock, "a clock time such as 09:00");

    /// <summary>Whether a text is the midnight that ends a day as the hours of shops are written, which is no time of a clock.</summary>
    public static bool IsEndOfDay(string text) => text is "24:00" or "24:00:00";

    /// <summary>A date and time of day without zone: `2026-09-14T09:00`.</summary>
    public static LocalDateTime? LocalDateTime(this YamlValue value) => value.Parse(LocalMinute, "a local date and time such as 2026-09-14T09:00");

    /// <summary>`MO` to `SU`.</summary>
    public static IReadOnlyList<string> WeekdayWords { get; } = [.. Weekdays.Keys];

    /// <summary>A date: `2026-12-24`.</summary>
    public static LocalDate? Date(this YamlValue value) => value.Parse(LocalDatePattern.Iso, "a date such as 2026-12-24");

    /// <summary>The day `MO` to `SU` stands for; null when it is none of them.</summary>
    public static IsoDayOfWeek? ParseWeekday(string text) => Weekdays.TryGetValue(text, out var day) ? day : null;

    /// <summary>`MO` to `SU`.</summary>
    public static IsoDayOfWeek? Weekday(this YamlValue value) =>
        value.Word(WeekdayWords) is { } word ? Weekdays[word] : null;

    /// <summary>A list of `MO` to `SU`.</summary>
    public static IReadOnlyList<IsoDayOfWeek> ListOfWeekdays(this YamlValue value) => [.. value.OneOrMore().Select(Weekday).OfType<IsoDayOfWeek>()];

    /// <summary>An IANA time zone, old aliases included; a note for an id that stands for an offset and for no place.</summary>
    public static DateTimeZone? Zone(this YamlValue value)
    {
        if (value.Text() is not { } text)
        {
            return null;
        }

        if (ZoneIds.OffsetAllYear(text) is { } offset)
        {
            value.Warn($"{text.Quoted()} is UTC{OffsetPattern.GeneralInvariant.Format(offset)} all year: it knows no summer time. Where clocks change, write the place, such as {FixedZones.GetValueOrDefault(text, "Europe/Berlin")}.");
        }

        return ZoneIds.Find(text) ?? value.Refuse<DateTimeZone>($"There is no time zone {text.Quoted()}. Write an IANA id such as Europe/Berlin.{NearestZone(text)}");
    }

    private static string NearestZone(string text) => ZoneIds.Nearest(text) is { } id
        ? $" Did you mean {id.Quoted()}?"
        : text.DidYouMean(DateTimeZoneProviders.Tzdb.Ids.Where(known => known.Contains('/', StringComparison.Ordinal)));

    private static T? Parse<T>(this YamlValue value, IPattern<T> pattern, string expected) where T : struct =>
        value.Text() is not { } text ? null
        : pattern.Parse(text) is { Success: true } parsed ? parsed.Value
        : value.Refuse<T?>($"{value.Subject} cannot be {text.Quoted()}. Write {expected}.");

    private static Duration? ParseDuration(string text) =>
        int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? text[^1] switch
        {
            's' => NodaTime.Duration.FromSeconds(count),
            'm' => NodaTime.Duration.FromMinutes(count),
            'h' => NodaTime.Duration.FromHours(count),
            'd' when Math.Abs((long)count) < 1_000_000 => NodaTime.Duration.FromDays(count),
            _ => null,
        }
        : null;

    /// <summary>As it is written: `90s`, `5m`, `2h`, `1d`.</summary>
    public static string Show(Duration duration) =>
        duration.TotalMinutes < 1 ? $"{duration.TotalSeconds}s"
        : duration.TotalHours < 1 ? $"{duration.TotalMinutes}m"
        : duration.TotalDays < 1 || duration.Hours > 0 ? $"{duration.TotalHours}h"
        : $"{duration.TotalDays}d";
}
