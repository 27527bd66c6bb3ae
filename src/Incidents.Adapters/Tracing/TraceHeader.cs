using System.Diagnostics;
using System.Globalization;

namespace Incidents.Adapters.Tracing;

/// <summary>
/// X-Ray's tracing header, `Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1`, as the context that spans begin in.
/// X-Ray's trace ids are the usual ones, with a version in front and a hyphen after the time.
/// </summary>
public static class TraceHeader
{
    private const int TimeDigits = 8;
    private const int TraceDigits = 32;
    private const int SpanDigits = 16;

    /// <returns>Null when it is missing, incomplete or not understood: then there is no trace.</returns>
    public static ActivityContext? Read(string? header)
    {
        var fields = (header ?? "")
            .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(field => field.Split('=', 2))
            .Where(field => field.Length == 2)
            .GroupBy(field => field[0], field => field[1])
            .ToDictionary(same => same.Key, same => same.First(), StringComparer.Ordinal);
        return Root(fields.GetValueOrDefault("Root")) is { } trace && fields.GetValueOrDefault("Parent") is { } parent && IsHex(parent, SpanDigits)
            ? new ActivityContext(
                ActivityTraceId.CreateFromString(trace),
                ActivitySpanId.CreateFromString(parent),
                fields.GetValueOrDefault("Sampled") == "1" ? ActivityTraceFlags.Recorded : ActivityTraceFlags.None,
                traceState: null,
                isRemote: true)
            : null;
    }

    /// <summary>A trace id as X-Ray writes it.</summary>
    /// <param name="trace">32 hexadecimal digits.</param>
    public static string Format(string trace) => string.Create(CultureInfo.InvariantCulture, $"1-{trace[..TimeDigits]}-{trace[TimeDigits..]}");

    private static string? Root(string? root) =>
        root?.Split('-') is ["1", { Length: TimeDigits } time, var random] && IsHex(time + random, TraceDigits) ? time + random : null;

    /// <summary>Small letters only, as everywhere in X-Ray; all zeros is no id.</summary>
    private static bool IsHex(string id, int digits) => id.Length == digits && id.All(char.IsAsciiHexDigitLower) && id.Any(digit => digit != '0');
}
