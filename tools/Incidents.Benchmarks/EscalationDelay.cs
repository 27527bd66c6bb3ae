using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Alarms;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Benchmarks;

/// <summary>From the second at which a step is due until its page reaches what stands in for Slack.</summary>
/// <remarks>The incidents are written with a step that falls due soon; everything from there on is the host's own sweep.</remarks>
internal sealed class EscalationDelay(BenchmarkHost host)
{
    private int next;

    /// <summary>Steps that fall due one after the other, as on a usual night.</summary>
    public async Task<string> Spread(int count, CancellationToken cancellation)
    {
        var late = await Measure(count, i => Duration.FromMilliseconds(100 * i), cancellation);
        return $"{count} steps due one after the other: late by {Percentiles.Spread(late)}";
    }

    /// <summary>Steps that fall due in the same second.</summary>
    public async Task<string> AtOnce(int count, CancellationToken cancellation)
    {
        var late = await Measure(count, _ => Duration.Zero, cancellation);
        return $"{count} steps due in the same second: late by {Percentiles.Spread(late)}; all fired after {late.Max().TotalSeconds:F1} s";
    }

    private async Task<List<TimeSpan>> Measure(int count, Func<int, Duration> spread, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var writing = Duration.FromSeconds(10 + (count / 50));
        var due = clock.Now() + writing;
        var ticks = clock.GetTimestamp() + (long)(writing.TotalSeconds * clock.TimestampFrequency);
        var measured = new List<Task<TimeSpan>>();
        for (var i = 0; i < count; i++)
        {
            var service = BenchmarkConfiguration.Name(next++);
            var later = spread(i);
            measured.Add(Late(host.Slack.ArrivalOf(service), ticks + (long)(later.TotalSeconds * clock.TimestampFrequency)));
            await Open(service, due + later, cancellation);
        }

        return [.. await Task.WhenAll(measured)];

        async Task<TimeSpan> Late(Task<long> arrival, long at) => clock.GetElapsedTime(at, await arrival);
    }

    /// <summary>An incident whose first step fired long enough ago for the next one to be due then.</summary>
    private async Task Open(string service, Instant due, CancellationToken cancellation)
    {
        var store = host.Get<IIncidentStore>();
        var settings = await host.Get<IOnCallConfigurationProvider>().Current(cancellation);
        var found = settings.Find(new ServiceId(service))!;
        var began = due - EscalationState.LeastGap;
        var member = new AlarmMember(new DedupKey($"bench:{service}"), null);
        var known = await store.LoadAlarm(new AlarmQuery(member, [], new ServiceId(service)), cancellation);
        var facts = new NewIncident(service, new ServiceId(service), Severity.Sev2, Urgency.High, IncidentSource.Alarm, Actor.System, new OpeningAlarm(member, new AlarmChange(AlarmState.Alarm, began)), "", []);
        var plan = PagingPlan.Nobody with { Position = new EscalationPosition(1, 1), Timeout = EscalationState.LeastGap };
        var opened = Opening.Trigger(await store.NextNumber(cancellation), facts, plan, began);
        var detail = new IncidentDetail { Policy = settings.PolicyOf(found), Configuration = settings.Version };
        await store.Open(new IncidentOpening(opened.State with { Version = 1 }, opened.Events, detail, known), cancellation);
    }
}
