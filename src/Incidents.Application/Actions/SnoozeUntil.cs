using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Actions;

/// <summary>The end of a snooze as people say it: `30m`, `4h`, `2d`, `09:00`, or an instant such as `2026-11-22T06:00:00Z`.</summary>
public sealed record SnoozeUntil
{
    private readonly Duration? length;
    private readonly LocalTime? clock;
    private readonly Instant? instant;

    private SnoozeUntil(Duration? length = null, LocalTime? clock = null, Instant? instant = null) => (this.length, this.clock, this.instant) = (length, clock, instant);

    /// <summary>What can be written, for whoever wrote something else.</summary>
    public const string Advice = "Write 30m, 1h, 4h, a clock time such as 09:00, or an instant such as 2026-11-22T06:00:00Z; at most 7 days, 4 hours for a Sev1.";

    /// <summary>So long from now.</summary>
    public static SnoozeUntil After(Duration length) => new(length: length);

    /// <summary>Reads what somebody wrote; null when it is none of the forms.</summary>
    public static SnoozeUntil? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > 40)
        {
            return null;
        }

        if (LocalTimePattern.CreateWithInvariantCulture("HH:mm").Parse(text) is { Success: true } time)
        {
            return new SnoozeUntil(clock: time.Value);
        }

        if (InstantPattern.ExtendedIso.Parse(text) is { Success: true } at)
        {
            return new SnoozeUntil(instant: at.Value);
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

    /// <summary>The instant it means. A clock time is the next one on the person's own clock.</summary>
    public Instant From(Instant now, DateTimeZone zone)
    {
        if (length is { } known)
        {
            return now + known;
        }

        if (instant is { } at)
        {
            return at;
        }

        var today = now.InZone(zone).Date;
        var next = today.At(clock!.Value).InZoneLeniently(zone).ToInstant();
        return next > now ? next : today.PlusDays(1).At(clock.Value).InZoneLeniently(zone).ToInstant();
    }
}
