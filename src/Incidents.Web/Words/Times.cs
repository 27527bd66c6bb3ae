using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Web.Words;

/// <summary>Times as the console and the API write them: UTC, and how long things took.</summary>
internal static class Times
{
    private static readonly InstantPattern IsoPattern = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFF'Z'");
    private static readonly InstantPattern ClockPattern = InstantPattern.CreateWithInvariantCulture("HH':'mm':'ss");
    private static readonly InstantPattern MinutePattern = InstantPattern.CreateWithInvariantCulture("HH':'mm");
    private static readonly InstantPattern DayPattern = InstantPattern.CreateWithInvariantCulture("ddd d MMM uuuu");
    private static readonly InstantPattern DayAndMinutePattern = InstantPattern.CreateWithInvariantCulture("d MMM uuuu HH':'mm");

    /// <summary>`2026-09-14T11:18:52.496Z`; whole seconds have no fraction.</summary>
    public static string Iso(Instant at) => IsoPattern.Format(at);

    /// <summary>`11:18:52`.</summary>
    public static string Clock(Instant at) => ClockPattern.Format(at);

    /// <summary>`Mon 14 Sep 2026`.</summary>
    public static string Day(Instant at) => DayPattern.Format(at);

    /// <summary>`11:18`, with the day in front when that is not today.</summary>
    public static string Short(Instant at, Instant now) =>
        at.InUtc().Date == now.InUtc().Date ? MinutePattern.Format(at) : DayAndMinutePattern.Format(at);

    /// <summary>`40 s`, `14 min`, `3 h 5 min`, `2 d 1 h`; what is negative (clocks differ) counts as nothing.</summary>
    public static string Length(Duration length) => length switch
    {
        _ when length < Duration.FromMinutes(1) => Invariant($"{Math.Max(0, (int)length.TotalSeconds)} s"),
        _ when length < Duration.FromHours(1) => Invariant($"{(int)length.TotalMinutes} min"),
        _ when length < Duration.FromDays(1) => Invariant($"{length.Hours} h {length.Minutes} min"),
        _ => Invariant($"{length.Days} d {length.Hours} h"),
    };

    /// <summary>`14 min ago`, `just now`, or `in 4 min`.</summary>
    public static string Ago(Instant at, Instant now) => (now - at) switch
    {
        var past when past >= Duration.FromSeconds(5) => $"{Length(past)} ago",
        var future when future <= -Duration.FromSeconds(5) => $"in {Length(-future)}",
        _ => "just now",
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
