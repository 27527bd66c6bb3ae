using System.Diagnostics;
using Incidents.Application;
using Incidents.Application.Reading;
using Incidents.Domain.Incidents;

namespace Incidents.Cli.Bench;

/// <summary>One service falls over and all its alarms fire.</summary>
internal static class Storm
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    public static async Task<string> Row(BenchHouse house, int service, int alarms, CancellationToken cancellation)
    {
        var name = BenchConfiguration.Name(service);
        var before = house.Sink.Messages;
        var arrival = house.Sink.ArrivalOf(name);
        var started = TimeProvider.System.GetTimestamp();
        var posts = new List<Task>();
        for (var i = 0; i < alarms; i++)
        {
            posts.Add(house.Post(SampleAlarm.Metric(name, TimeProvider.System.Now(), $"-{i}"), cancellation));
            var ahead = (Length * i / alarms) - Stopwatch.GetElapsedTime(started);
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead, cancellation);
            }
        }

        var first = TimeProvider.System.GetElapsedTime(started, await arrival);
        await Task.WhenAll(posts);
        await Task.Delay(TimeSpan.FromSeconds(8), cancellation);
        var told = await OnTimeline(house, name, cancellation);
        return $"{alarms} alarms of one service in {Length.TotalSeconds:F0} s: first page after {first.TotalMilliseconds:F1} ms, {house.Sink.Messages - before} Slack messages, {told} alarms on the timeline";
    }

    private static async Task<int> OnTimeline(BenchHouse house, string service, CancellationToken cancellation)
    {
        var all = 0;
        foreach (var incident in (await house.Get<Incidents.Application.Store.IIncidentStore>().OpenIncidents(cancellation)).Where(i => i.Service == service))
        {
            var story = await house.Get<ShowIncident>().Handle(incident.Number, cancellation);
            all += story!.Timeline.Count(entry => entry.Event is AlarmJoined or IncidentTriggered);
        }

        return all;
    }
}
