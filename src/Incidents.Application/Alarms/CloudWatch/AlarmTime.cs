using System.Globalization;
using System.Text.Json;
using Incidents.Application.Json;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>Times as AWS writes them: `2026-09-14T11:18:52.496+0000`, `…Z`, `…+05:30`, or milliseconds since 1970.</summary>
internal static class AlarmTime
{
    // CloudWatch began in May 2009; what lies outside these two was not written by it, and an order built on it would not hold.
    private static readonly Instant Earliest = Instant.FromUtc(2009, 5, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2100, 1, 1, 0, 0);

    private static readonly OffsetDateTimePattern[] Patterns =
    [
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<+HHmm>"),
        OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss;FFFFFFFFFo<Z+HH:mm>"),
    ];

    public static Instant? Read(JsonElement? value) => Read(value?.AsText());

    /// <summary>The time, or null when there is none, it is of no known form, or it lies outside 2009 to 2100.</summary>
    public static Instant? Read(string? text)
    {
        var time = ReadMilliseconds(text) ?? ReadPatterns(text);
        return time >= Earliest && time < Latest ? time : null;
    }

    private static Instant? ReadMilliseconds(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
        && milliseconds < Latest.ToUnixTimeMilliseconds()
            ? Instant.FromUnixTimeMilliseconds(milliseconds)
            : null;

    private static Instant? ReadPatterns(string? text)
    {
        foreach (var pattern in Patterns)
        {
            if (text is not null && pattern.Parse(text.Trim()) is { Success: true } parsed)
            {
                return parsed.Value.ToInstant();
            }
        }

        return null;
    }
}
