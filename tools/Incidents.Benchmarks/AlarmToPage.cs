using System.Diagnostics;
using Incidents.Application;
using Incidents.Application.Time;
using Incidents.Cli;

namespace Incidents.Benchmarks;

/// <summary>From an alarm posted to the API until its page reaches what stands in for Slack.</summary>
internal sealed class AlarmToPage(BenchmarkHost host)
{
    public const int WarmUps = 100;

    private int next;

    public async Task WarmUp(CancellationToken cancellation)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await Measure(cancellation);
        }
    }

    public async Task<string> OneByOne(int count, CancellationToken cancellation)
    {
        var before = host.Meter.Total;
        var times = new List<TimeSpan>();
        for (var i = 0; i < count; i++)
        {
            times.Add(await Measure(cancellation));
        }

        await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        var used = host.Meter.Total - before;
        return $"{count} alarms, one by one: {Spread(times)}; {(double)used.Calls / count:F2} store calls, {used.WriteUnits / count:F2} write units and {used.ReadUnits / count:F2} read units each";
    }

    public async Task<string> AtOnce(int count, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Measure(cancellation)));
        return $"{count} alarms at once:     {Spread([.. times])}; all paged after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s";
    }

    private async Task<TimeSpan> Measure(CancellationToken cancellation)
    {
        var service = BenchmarkConfiguration.Name(Interlocked.Increment(ref next) - 1);
        var alarm = SampleAlarm.Metric(service, TimeProvider.System.Now());
        var arrival = host.Slack.ArrivalOf(service);
        var started = TimeProvider.System.GetTimestamp();
        await host.Post(alarm, cancellation);
        return TimeProvider.System.GetElapsedTime(started, await arrival);
    }

    private static string Spread(List<TimeSpan> times) => Percentiles.Spread(times);
}
