using NodaTime;

namespace Incidents.Domain.OnCall.Timelines;

/// <summary>What holds from the instant asked about up to <paramref name="Until"/>, and perhaps longer.</summary>
internal readonly record struct Stretch<T>(T Value, Instant Until);

/// <summary>
/// A value that changes over time. It can be asked at any instant, and says how long its answer is good for; so a window
/// is expanded by asking again whenever the last answer has run out, and cannot differ from single questions.
/// </summary>
internal delegate Stretch<T> Timeline<T>(Instant at);

internal static class Timeline
{
    /// <summary>The same timeline, for one reader: it repeats its last answer for as long as that is good.</summary>
    public static Timeline<T> Remembered<T>(this Timeline<T> ask)
    {
        var (since, known) = (Instant.MaxValue, default(Stretch<T>));
        return at =>
        {
            if (at < since || at >= known.Until)
            {
                (since, known) = (at, ask(at));
            }

            return known;
        };
    }

    /// <summary>The longest stretches of equal values from <paramref name="from"/> up to <paramref name="to"/>, without holes.</summary>
    public static IEnumerable<(Instant From, Instant To, T Value)> Walk<T>(this Timeline<T> timeline, Instant from, Instant to)
        where T : IEquatable<T>
    {
        while (from < to)
        {
            var (value, until) = timeline(from);
            while (until < to && timeline(until) is var next && next.Value.Equals(value))
            {
                until = next.Until;
            }

            until = Instant.Min(until, to);
            yield return (from, until, value);
            from = until;
        }
    }
}
