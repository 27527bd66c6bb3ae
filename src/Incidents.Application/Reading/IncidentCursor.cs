using System.Globalization;
using Incidents.Application.Store;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Application.Reading;

/// <summary>A place in the history as it travels in a URL: seconds since 1970, nanoseconds and the incident's number, which is all of the key.</summary>
/// <remarks>Before, it was milliseconds and the number. That is still read: as the end of the millisecond, so that it may repeat and skips nothing.</remarks>
public static class IncidentCursor
{
    private const long LatestSecond = 4_102_444_800; // the year 2100
    private const int NanosecondsInAMillisecond = 1_000_000;

    /// <summary>Only digits and two dots.</summary>
    public static string Write(HistoryCursor cursor)
    {
        var seconds = cursor.TriggeredAt.ToUnixTimeSeconds();
        var rest = cursor.TriggeredAt - Instant.FromUnixTimeSeconds(seconds);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds}.{rest.SubsecondNanoseconds:D9}.{cursor.Number.Value}");
    }

    /// <summary>False for anything this class has not written.</summary>
    public static bool TryRead(string text, out HistoryCursor cursor)
    {
        cursor = new HistoryCursor(default, default);
        var parts = text.Split('.');
        if (parts.Length is not (2 or 3) || !IncidentNumber.TryParse(parts[^1], out var number))
        {
            return false;
        }

        if (parts.Length == 2)
        {
            return ReadOld(parts[0], number, out cursor) && text == string.Create(CultureInfo.InvariantCulture, $"{cursor.TriggeredAt.ToUnixTimeMilliseconds()}.{number.Value}");
        }

        if (!Digits(parts[0], LatestSecond, out var seconds) || !Digits(parts[1], 999_999_999, out var nanoseconds))
        {
            return false;
        }

        cursor = new HistoryCursor(Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds), number);
        return Write(cursor) == text;
    }

    private static bool ReadOld(string text, IncidentNumber number, out HistoryCursor cursor)
    {
        var isOne = Digits(text, LatestSecond * 1_000, out var milliseconds);
        cursor = new HistoryCursor(Instant.FromUnixTimeMilliseconds(milliseconds).PlusNanoseconds(NanosecondsInAMillisecond - 1), number);
        return isOne;
    }

    private static bool Digits(string text, long most, out long value) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= most;
}
