using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.OnCall;

/// <summary>Times as people say them, by the clock of a zone: `09:00`, `tomorrow 09:00`, `fri 18:00`, `2026-12-24 18:00`, or an instant such as `2026-12-24T17:00:00Z`.</summary>
/// <remarks>An instant that has lost its `Z` is refused: it may be meant as a local time. A time that the zone's clock skips, or shows twice, is refused: it does not say which instant is meant.</remarks>
public sealed record TimeWords
{
    /// <summary>Names the accepted forms, for the error about any other.</summary>
    public const string Forms = "09:00, tomorrow 09:00, fri 18:00, 2026-12-24 18:00, or an instant such as 2026-12-24T17:00:00Z";

    private const int Longest = 40;
    private const int DaysOfAWeek = 7;
    private const int ShortestWeekday = 2;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("H:mm");
    private static readonly LocalTimePattern Shown = LocalTimePattern.CreateWithInvariantCulture("HH:mm");
    private static readonly LocalDatePattern ShownDay = LocalDatePattern.CreateWithInvariantCulture("ddd d MMM uuuu");

    private readonly Instant? instant;
    private readonly Func<LocalDateTime, LocalDate>? day;
    private readonly Func<LocalDate, LocalDate>? later;
    private readonly LocalTime time;

    private TimeWords(Instant instant) => this.instant = instant;

    private TimeWords(LocalTime time, Func<LocalDateTime, LocalDate> day, Func<LocalDate, LocalDate>? later = null) => (this.time, this.day, this.later) = (time, day, later);

    /// <summary>Reads the words; null when they are none of the forms.</summary>
    public static TimeWords? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > Longest)
        {
            return null;
        }

        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var at })
        {
            return new TimeWords(at);
        }

        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words is not [.., var clock] || words.Length > 2 || Clock.Parse(clock) is not { Success: true, Value: var time })
        {
            return null;
        }

        return words is [var word, _] ? Parse(word, time) : new TimeWords(time, now => now.Date, date => date.PlusDays(1));
    }

    /// <summary>The instant it means. What names no day is the next one after <paramref name="after"/>.</summary>
    /// <param name="zone">Whose clock counts.</param>
    /// <param name="now">What `today` and `tomorrow` go by.</param>
    /// <param name="after">What a clock time or a weekday comes after: now, or the beginning of what it ends.</param>
    public TimeReading In(DateTimeZone zone, Instant now, Instant? after = null)
    {
        if (instant is { } known)
        {
            return new TimeReading(known, Problem: null);
        }

        var from = later is null ? now : after ?? now;
        var reading = Read(day!(from.InZone(zone).LocalDateTime) + time, zone);
        return later is not null && reading.At <= from ? Read(later(day!(from.InZone(zone).LocalDateTime)) + time, zone) : reading;
    }

    private static TimeWords? Parse(string word, LocalTime time) => word.ToLowerInvariant() switch
    {
        "today" => new TimeWords(time, now => now.Date),
        "tomorrow" => new TimeWords(time, now => now.Date.PlusDays(1)),
        _ when LocalDatePattern.Iso.Parse(word) is { Success: true, Value: var date } => new TimeWords(time, _ => date),
        _ when Weekday(word) is { } weekday => new TimeWords(
            time, now => now.DayOfWeek == weekday ? now.Date : now.Date.Next(weekday), date => date.PlusDays(DaysOfAWeek)),
        _ => null,
    };

    /// <summary>`fr`, `fri` or `friday`; null for anything else.</summary>
    internal static IsoDayOfWeek? Weekday(string word)
    {
        var found = word.Length < ShortestWeekday ? [] : Weekdays.All.Where(day => day.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList();
        return found is [var one] ? one : null;
    }

    private static TimeReading Read(LocalDateTime local, DateTimeZone zone)
    {
        var mapping = zone.MapLocal(local);
        var named = string.Create(CultureInfo.InvariantCulture, $"{Shown.Format(local.TimeOfDay)} on {ShownDay.Format(local.Date)} in {zone.Id}");
        return mapping.Count switch
        {
            1 => new TimeReading(mapping.Single().ToInstant(), Problem: null),
            0 => new TimeReading(mapping.LateInterval.Start, $"does not exist: clocks skip {named}. Write {Shown.Format(mapping.LateInterval.IsoLocalStart.TimeOfDay)}, or an instant such as {InstantPattern.General.Format(mapping.LateInterval.Start)}"),
            _ => new TimeReading(mapping.First().ToInstant(), $"comes twice: clocks are set back over {named}. Write {InstantPattern.General.Format(mapping.First().ToInstant())} for the first or {InstantPattern.General.Format(mapping.Last().ToInstant())} for the second"),
        };
    }
}

/// <summary>What words for a time mean.</summary>
/// <param name="At">The instant; with a problem, the one nearest to it.</param>
/// <param name="Problem">Why it cannot be taken, as a clause after the field's name; null when it can.</param>
public sealed record TimeReading(Instant At, string? Problem);
