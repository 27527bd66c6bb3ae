using System.Globalization;
using NodaTime;

namespace Incidents.Adapters.Http;

/// <summary>The wait that a service asks for in Retry-After.</summary>
internal static class RetryAfter
{
    private static readonly Duration Longest = Duration.FromHours(1);

    /// <summary>Null when the header is missing or no whole number of seconds.</summary>
    public static Duration? In(HttpResponseMessage response) => response.Headers.TryGetValues("Retry-After", out var values) ? Parse(values.First()) : null;

    /// <summary>An hour at most; null for anything but a whole number of seconds.</summary>
    public static Duration? Parse(string? seconds) =>
        int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var wait) ? Duration.Min(Duration.FromSeconds(wait), Longest) : null;
}
