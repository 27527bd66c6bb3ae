using System.Globalization;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Reading;

/// <summary>A place in the history as it travels in a URL: milliseconds since 1970 and the incident's number.</summary>
public static class IncidentCursor
{
    /// <summary>Only digits and one dot.</summary>
    public static string Write(HistoryCursor cursor) =>
        string.Create(CultureInfo.InvariantCulture, $"{cursor.TriggeredAt.ToUnixTimeMilliseconds()}.{cursor.Number.Value}");

    /// <summary>False for anything this class has not written.</summary>
    public static bool TryRead(string text, out HistoryCursor cursor)
    {
        cursor = new HistoryCursor(default, default);
        var parts = text.Split('.');
        if (parts.Length != 2
            || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds)
            || milliseconds > LatestMilliseconds
            || !IncidentNumber.TryParse(parts[1], out var number))
        {
            return false;
        }

        cursor = new HistoryCursor(Instant.FromUnixTimeMilliseconds(milliseconds), number);
        return Write(cursor) == text;
    }

    private const long LatestMilliseconds = 4_102_444_800_000; // the year 2100
}
