using System.Globalization;
using Incidents.Domain.OnCall;
using NodaTime;

namespace Incidents.Application.Actions;

/// <summary>The end of a snooze as people say it: `30m`, `4h`, `2d`, `09:00`, `tomorrow 09:00`, `fri 18:00`, or an instant such as `2026-11-22T06:00:00Z`.</summary>
public sealed record SnoozeUntil
{
    private readonly Duration? length;
    private readonly TimeWords? words;

    private SnoozeUntil(Duration? length = null, TimeWords? words = null) => (this.length, this.words) = (length, words);

    /// <summary>The forms accepted, for the error after any other text.</summary>
    public const string Advice = "Write 30m, 1h, 4h, a clock time such as 09:00, tomorrow 09:00 or fri 18:00, or an instant such as 2026-11-22T06:00:00Z; at most 7 days, 4 hours for a Sev1.";

    /// <summary>So long from now.</summary>
    public static SnoozeUntil After(Duration length) => new(length: length);

    /// <summary>Parses a text; null when it is none of the forms.</summary>
    public static SnoozeUntil? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 40)
        {
            return null;
        }

        if (TimeWords.Parse(text) is { } words)
        {
            return new SnoozeUntil(words: words);
        }

        return int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 10_080
            ? text[^1] switch
            {
                'm' => After(Duration.FromMinutes(number)),
                'h' => After(Duration.FromHours(number)),
                'd' => After(Duration.FromDays(number)),
                _ => null,
            }
            : null;
    }

    /// <summary>The instant it means, the next one on the clock of the zone; or why it means none: clocks skip it or show it twice.</summary>
    public TimeReading In(Instant now, DateTimeZone zone) => length is { } known ? new TimeReading(now + known, Problem: null) : words!.In(zone, now);
}
