namespace Incidents.Benchmarks;

/// <summary>The median and the 99th percentile of measurements, as text.</summary>
internal static class Percentiles
{
    public static string Spread(List<TimeSpan> times)
    {
        times.Sort();
        return $"p50 {times[times.Count / 2].TotalMilliseconds:F1} ms, p99 {times[times.Count * 99 / 100].TotalMilliseconds:F1} ms";
    }
}
