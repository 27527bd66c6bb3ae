using System.Diagnostics;
using Incidents.Application;
using Incidents.Application.Reading;
using Incidents.Application.Time;
using Incidents.Cli;
using Incidents.Domain;
using Incidents.Domain.Incidents;

namespace Incidents.Benchmarks;

/// <summary>Measures many alarms of one service in ten seconds.</summary>
internal static class AlarmStorm
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    public static async Task<string> Row(BenchmarkHost host, int service, int alarms, CancellationToken cancellation)
    {
        var name = BenchmarkConfiguration.Name(service);
        var before = host.Slack.Messages;
        var arrival = host.Slack.ArrivalOf(name);
        var started = TimeProvider.System.GetTimestamp();
        var posts = new List<Task>();
        for (var i = 0; i < alarms; i++)
        {
            posts.Add(host.Post(SampleAlarm.Metric(name, TimeProvider.System.Now(), $"-{i}"), cancellation));
            var ahead = (Length * i / alarms) - Stopwatch.GetElapsedTime(started);
            if (ahead > TimeSpan.Zero)
            {
                await Task.Delay(ahead, cancellation);
            }
        }

        var first = TimeProvider.System.GetElapsedTime(started, await arrival);
        await Task.WhenAll(posts);
        await Task.Delay(TimeSpan.FromSeconds(8), cancellation);
        var told = await OnTimeline(host, name, cancellation);
        return $"{alarms} alarms of one service in {Length.TotalSeconds:F0} s: first page after {first.TotalMilliseconds:F1} ms, {host.Slack.Messages - before} Slack messages, {told} alarms on the timeline";
    }

    private static async Task<int> OnTimeline(BenchmarkHost host, string service, CancellationToken cancellation)
    {
        var all = 0;
        foreach (var incident in (await host.Get<Incidents.Application.Store.IIncidentStore>().OpenIncidents(cancellation)).Where(i => i.Service == new ServiceId(service)))
        {
            var story = await host.Get<ShowIncident>().Handle(incident.Number, cancellation);
            all += story!.Timeline.Count(entry => entry.Event is AlarmJoined or IncidentTriggered);
        }

        return all;
    }
}
