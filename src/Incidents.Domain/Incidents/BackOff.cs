using NodaTime;

namespace Incidents.Domain.Incidents;

/// <summary>How long to wait before a channel that said "not now" is asked again: 1, 3, 9, 27 and then 60 seconds, or up to a fifth less.</summary>
public static class BackOff
{
    private const double Jitter = 0.2;

    private static readonly Duration[] Waits = [.. new[] { 1, 3, 9, 27, 60 }.Select(seconds => Duration.FromSeconds(seconds))];

    /// <summary>The wait after an attempt.</summary>
    /// <param name="attempt">1 for the first.</param>
    /// <param name="key">Names the page. Pages that failed together come back apart, and the same page always in the same way: a night can be replayed.</param>
    public static Duration After(int attempt, string key)
    {
        var wait = Waits[Math.Clamp(attempt, 1, Waits.Length) - 1];
        return wait * (1 - (Jitter * Spread(key, attempt)));
    }

    /// <summary>0 up to, not including, 1. FNV-1a and a final stir, because <see cref="string.GetHashCode()"/> differs from process to process.</summary>
    private static double Spread(string key, int attempt)
    {
        var hash = key.Aggregate(2166136261u ^ (uint)attempt, (current, letter) => (current ^ letter) * 16777619u);
        hash = (hash ^ (hash >> 16)) * 2246822507u;
        hash ^= hash >> 13;
        return hash / (uint.MaxValue + 1.0);
    }
}
