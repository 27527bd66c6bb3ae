using System.Globalization;
using NodaTime;

namespace Incidents.Application.Time;

/// <summary>Lengths of time as people and programs write them.</summary>
public static class Lengths
{
    private const int Most = 100_000;

    /// <summary>`30s`, `90m`, `2h` or `1d`; null for anything else.</summary>
    public static Duration? Read(string? text) =>
        text is { Length: > 1 } && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= Most
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
