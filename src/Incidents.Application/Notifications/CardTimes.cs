using System.Globalization;
using Incidents.Application.SlackMarkup;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Notifications;

/// <summary>How messages to people write times, the only place that does: in Slack as its dates, in any other medium as text that carries its zone.</summary>
/// <param name="zone">The reader's: where that is not known, their schedule's.</param>
internal sealed class CardTimes(DateTimeZone zone)
{
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", null);
    private static readonly ZonedDateTimePattern DayAndClock = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm", null);
    private static readonly ZonedDateTimePattern OfTwo = ZonedDateTimePattern.CreateWithInvariantCulture(" x", null);
    private static readonly InstantPattern Utc = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd HH':'mm 'UTC'");

    /// <summary>`14:18 (Europe/Berlin)`, for where nothing renders dates; with the day when it is 24 hours or more from <paramref name="nearby"/>.</summary>
    public string Of(Instant at, Instant nearby) =>
        Written(at - nearby < Duration.FromDays(1) && nearby - at < Duration.FromDays(1) ? Clock : DayAndClock, at);

    /// <summary>`Mon 14 Sep 14:18 (Europe/Berlin)`, for what may be read on another day.</summary>
    public string OnDay(Instant at) => Written(DayAndClock, at);

    /// <summary>The same moment for Slack, which shows it by the reader's own clock; where it does not, as <see cref="Of"/> has it.</summary>
    public Mrkdwn Date(Instant at, Instant nearby) => Mrkdwn.Date(at, Of(at, nearby));

    /// <summary>The same moment for Slack; where Slack renders no date, as <see cref="OnDay"/> has it.</summary>
    public Mrkdwn Date(Instant at) => Mrkdwn.Date(at, OnDay(at));

    /// <summary>`2026-09-14 12:18 UTC`, for readers of several zones.</summary>
    public static string InUtc(Instant at) => Utc.Format(at);

    /// <summary>`40 s`, `14 min`, `3 h 5 min`, `2 days 1 h`.</summary>
    public static string Length(Duration duration) => duration switch
    {
        _ when duration < Duration.FromMinutes(1) => Invariant($"{Math.Max(0, (int)duration.TotalSeconds)} s"),
        _ when duration < Duration.FromHours(1) => Invariant($"{(int)duration.TotalMinutes} min"),
        _ when duration < Duration.FromDays(1) => Invariant($"{duration.Hours} h {duration.Minutes} min"),
        _ => Invariant($"{duration.Days} {(duration.Days == 1 ? "day" : "days")} {duration.Hours} h"),
    };

    /// <summary>In the hour that the clocks show twice, `02:15 CET (Europe/Berlin)` says which of the two is meant.</summary>
    private string Written(ZonedDateTimePattern pattern, Instant at)
    {
        var local = at.InZone(zone);
        return $"{pattern.Format(local)}{(zone.MapLocal(local.LocalDateTime).Count > 1 ? OfTwo.Format(local) : "")} ({Name})";
    }

    private string Name => zone.Id == "Etc/UTC" ? "UTC" : zone.Id;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
