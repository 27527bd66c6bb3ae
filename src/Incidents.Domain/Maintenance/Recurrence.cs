using System.Globalization;
using Incidents.Domain.OnCall;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Domain.Maintenance;

/// <summary>When a window comes again: `SU 02:00` for an hour, by the clock of a zone.</summary>
/// <param name="Days">Weekdays; empty for every day.</param>
/// <param name="Time">When it begins. Where clocks skip it that is when they have jumped, where it comes twice the first time.</param>
public sealed record Recurrence(IReadOnlyList<IsoDayOfWeek> Days, LocalTime Time, DateTimeZone Zone, Duration Length)
{
    /// <summary>Names the accepted forms, for the error about any other.</summary>
    public const string Forms = "is days and a clock time: \"SU 02:00\", \"MO,TH 22:30\", or \"daily 03:00\"";

    /// <summary>The longest time of a round. A longer one is no maintenance but an alarm to change.</summary>
    public static Duration Longest { get; } = Duration.FromDays(1);

    private const int DaysAhead = 8;

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>Reads `SU 02:00`; null when it is nothing of the kind.</summary>
    public static Recurrence? Parse(string? every, Duration length, DateTimeZone zone)
    {
        if (every?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var days, var clock] || Clock.Parse(clock) is not { Success: true, Value: var time })
        {
            return null;
        }

        if (string.Equals(days, "daily", StringComparison.OrdinalIgnoreCase))
        {
            return new Recurrence([], time, zone, length);
        }

        var named = days.Split(',').Select(word => TimeWords.Weekday(word)).ToList();
        return named.TrueForAll(day => day is not null) ? new Recurrence([.. named.OfType<IsoDayOfWeek>().Distinct().Order()], time, zone, length) : null;
    }

    /// <summary>The round that runs at an instant, else the next one.</summary>
    public Interval At(Instant now)
    {
        var clock = new WallClock(Zone);
        var first = now.InZone(Zone).Date.PlusDays(-1 - (int)Length.TotalDays);
        return Enumerable.Range(0, DaysAhead + 2 + (int)Length.TotalDays)
            .Select(ahead => first.PlusDays(ahead))
            .Where(date => Days.Count == 0 || Days.Contains(date.DayOfWeek))
            .Select(date => clock.FirstAt(date + Time))
            .Where(start => start + Length > now)
            .Select(start => new Interval(start, start + Length))
            .First();
    }

    /// <summary>`SU 02:00`, as it is read.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{(Days.Count == 0 ? "daily" : string.Join(',', Days.Select(day => day.ToString()[..2].ToUpperInvariant())))} {Clock.Format(Time)}");
}
