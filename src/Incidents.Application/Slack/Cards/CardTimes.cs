using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Slack.Cards;

/// <summary>Times as the person who reads the card would say them.</summary>
internal sealed class CardTimes(DateTimeZone zone)
{
    private static readonly ZonedDateTimePattern Clock = ZonedDateTimePattern.CreateWithInvariantCulture("HH:mm", null);
    private static readonly ZonedDateTimePattern DayAndClock = ZonedDateTimePattern.CreateWithInvariantCulture("ddd d MMM HH:mm", null);

    /// <summary>`Europe/Berlin`.</summary>
    public string Zone => zone.Id;

    /// <summary>The time of day; with the day when it is 24 hours or more from <paramref name="nearby"/>.</summary>
    public string Of(Instant at, Instant nearby) =>
        (at - nearby < Duration.FromDays(1) && nearby - at < Duration.FromDays(1) ? Clock : DayAndClock).Format(at.InZone(zone));

    /// <summary>`40 s`, `14 min`, `3 h 5 min`, `2 days 1 h`.</summary>
    public static string Length(Duration duration) => duration switch
    {
        _ when duration < Duration.FromMinutes(1) => Invariant($"{Math.Max(0, (int)duration.TotalSeconds)} s"),
        _ when duration < Duration.FromHours(1) => Invariant($"{(int)duration.TotalMinutes} min"),
        _ when duration < Duration.FromDays(1) => Invariant($"{duration.Hours} h {duration.Minutes} min"),
        _ => Invariant($"{duration.Days} {(duration.Days == 1 ? "day" : "days")} {duration.Hours} h"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
