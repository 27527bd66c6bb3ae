using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Commands;

/// <summary>Ends of windows and mutes, as somebody types them.</summary>
internal static class UtcTimes
{
    /// <summary>The end as the API wants it; null when neither or nonsense is given.</summary>
    /// <param name="from">When it begins; null means now.</param>
    /// <param name="to">The end itself, which the API reads.</param>
    /// <param name="length">`90m`, `2h` or `1d`, counted from the beginning.</param>
    public static string? End(string? from, string? to, string? length, Instant now)
    {
        if (to is not null)
        {
            return length is null ? to : null;
        }

        var begin = from is null ? now : InstantPattern.ExtendedIso.Parse(from) is { Success: true, Value: var parsed } ? parsed : now;
        return Length(length) is { } duration ? InstantPattern.General.Format(begin + duration) : null;
    }

    /// <summary>Whether a window's end is given once: itself, or as a length, which the incident manager counts from a beginning that only it can read.</summary>
    public static bool SaysEnd(string? to, string? length) => length is null ? to is not null : to is null && Length(length) is not null;

    /// <summary>Reads an instant, or a day, which begins at midnight in UTC.</summary>
    /// <param name="usual">What is meant when nothing is given.</param>
    public static bool TryRead(string? text, Instant usual, out Instant instant)
    {
        var day = LocalDatePattern.Iso.Parse(text ?? "");
        var exact = InstantPattern.ExtendedIso.Parse(text ?? "");
        instant = text is null ? usual : day.Success ? day.Value.AtMidnight().InUtc().ToInstant() : exact.Success ? exact.Value : usual;
        return text is null || day.Success || exact.Success;
    }

    /// <summary>`30s`, `90m`, `2h` or `1d`; null for anything else.</summary>
    public static Duration? Length(string? text) =>
        text is { Length: > 1 } && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= 100_000
            ? text[^1] switch
            {
                's' => Duration.FromSeconds(count),
                'm' => Duration.FromMinutes(count),
                'h' => Duration.FromHours(count),
                'd' => Duration.FromDays(count),
                _ => null,
            }
            : null;
}
