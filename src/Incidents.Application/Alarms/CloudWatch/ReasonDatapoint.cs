using Incidents.Application.Json;
using NodaTime;
using NodaTime.Text;

namespace Incidents.Application.Alarms.CloudWatch;

/// <summary>The measured value inside CloudWatch's sentence: `… datapoints [93.4 (14/09/26 11:17:00), 88.2 (14/09/26 11:16:00)] were …`.</summary>
internal static class ReasonDatapoint
{
    private const int DateLength = 17;

    private static readonly LocalDateTimePattern Dates =
        LocalDateTimePattern.CreateWithInvariantCulture("dd'/'MM'/'yy HH':'mm':'ss").WithTwoDigitYearMax(99);

    /// <summary>The newest value that stands before a date in parentheses; null when the sentence has none.</summary>
    public static double? Newest(string reason)
    {
        (LocalDateTime At, double Value)? newest = null;
        for (var open = reason.IndexOf('(', StringComparison.Ordinal); open >= 0; open = reason.IndexOf('(', open + 1))
        {
            var close = open + 1 + DateLength;
            if (close < reason.Length
                && reason[close] == ')'
                && Dates.Parse(reason.Substring(open + 1, DateLength)) is { Success: true, Value: var at }
                && Finite.Parse(WordBefore(reason.AsSpan(0, open))) is { } value
                && (newest is not { } known || at > known.At))
            {
                newest = (at, value);
            }
        }

        return newest?.Value;
    }

    private static ReadOnlySpan<char> WordBefore(ReadOnlySpan<char> text)
    {
        var trimmed = text.TrimEnd();
        return trimmed[(trimmed.LastIndexOfAny(" [,") + 1)..];
    }
}
