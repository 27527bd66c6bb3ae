namespace Incidents.Cli.Bench;

/// <summary>Many measurements in a few words.</summary>
internal static class Times
{
    public static string Spread(List<TimeSpan> times)
    {
        times.Sort();
        return $"p50 {times[times.Count / 2].TotalMilliseconds:F1} ms, p99 {times[times.Count * 99 / 100].TotalMilliseconds:F1} ms";
    }
}
