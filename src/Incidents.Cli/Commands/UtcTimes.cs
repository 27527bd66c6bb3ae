using Incidents.Application.Time;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Cli.Commands;

/// <summary>Ends of windows and mutes, as they are typed.</summary>
internal static class UtcTimes
{
    /// <summary>The end as the API wants it; null when neither, both or nonsense is given.</summary>
    /// <param name="to">The end itself, which the API reads.</param>
    /// <param name="length">`90m`, `2h` or `1d`, counted from now.</param>
    public static string? End(string? to, string? length, Instant now) =>
        SaysEnd(to, length) ? to ?? InstantPattern.General.Format(now + Lengths.Read(length)!.Value) : null;

    /// <summary>Whether a window's end is given once: itself, or as a length, which the incident manager counts from a beginning that only it can read.</summary>
    public static bool SaysEnd(string? to, string? length) => length is null ? to is not null : to is null && Lengths.Read(length) is not null;

    /// <summary>Reads an instant, or a day, which begins at midnight in UTC.</summary>
    /// <param name="usual">What is meant when nothing is given.</param>
    public static bool TryRead(string? text, Instant usual, out Instant instant)
    {
        var day = LocalDatePattern.Iso.Parse(text ?? "");
        var exact = InstantPattern.ExtendedIso.Parse(text ?? "");
        instant = text is null ? usual : day.Success ? day.Value.AtMidnight().InUtc().ToInstant() : exact.Success ? exact.Value : usual;
        return text is null || day.Success || exact.Success;
    }
}
