using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Incidents.Web.Preview;

/// <summary>Dates as Slack shows them to one reader, by their clock.</summary>
/// <remarks>Source: https://docs.slack.dev/messaging/formatting-message-text#date-formatting</remarks>
internal sealed partial class SlackDates(DateTimeZone zone, Instant now)
{
    /// <param name="date">What stands between `!date^` and the fallback: seconds, a form, and maybe a link.</param>
    /// <returns>Null where Slack would show the fallback.</returns>
    public string? Show(string date) =>
        date.Split('^') is [var seconds, var form, ..] && form.Length > 0
        && long.TryParse(seconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var at) && at is > Earliest and < Latest
            ? Shown(Instant.FromUnixTimeSeconds(at).InZone(zone).LocalDateTime, form)
            : null;

    private const long Earliest = -2_208_988_800;
    private const long Latest = 253_402_300_800;

    private string? Shown(LocalDateTime at, string form)
    {
        var isKnown = true;
        var text = Token().Replace(form, token =>
        {
            var shown = Part(at, token.Groups[1].Value);
            isKnown &= shown is not null;
            return shown ?? "";
        });
        return isKnown ? text : null;
    }

    private string? Part(LocalDateTime at, string token) => token switch
    {
        "date_num" => Write(at, "uuuu-MM-dd"),
        "date_slash" => Write(at, "dd'/'MM'/'uuuu"),
        "date" => $"{Write(at, "MMMM d")}{Ordinal(at.Day)}{Write(at, "', 'uuuu")}",
        "date_short" => Write(at, "MMM d', 'uuuu"),
        "date_long" => $"{Write(at, "dddd', 'MMMM d")}{Ordinal(at.Day)}{Write(at, "', 'uuuu")}",
        "date_pretty" or "date_short_pretty" or "date_long_pretty" => Near(at.Date) ?? Part(at, token[..^"_pretty".Length]),
        "time" => Write(at, "HH':'mm"),
        "time_secs" => Write(at, "HH':'mm':'ss"),
        _ => null,
    };

    private string? Near(LocalDate date) => Period.DaysBetween(now.InZone(zone).Date, date) switch
    {
        -1 => "yesterday",
        0 => "today",
        1 => "tomorrow",
        _ => null,
    };

    private static string Write(LocalDateTime at, string pattern) => at.ToString(pattern, CultureInfo.InvariantCulture);

    private static string Ordinal(int day) => (day % 10, day) switch
    {
        (_, 11 or 12 or 13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };

    [GeneratedRegex(@"\{([a-z_]+)\}", RegexOptions.NonBacktracking)]
    private static partial Regex Token();
}
