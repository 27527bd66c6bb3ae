using System.Diagnostics;
using Incidents.Adapters.Api;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Embedded;
using Incidents.Adapters.Slack;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Cli.Up;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Cli.Bench;

/// <summary>From an alarm posted to the API until its page reaches what stands in for Slack; all over loopback HTTP, the store on disk.</summary>
internal sealed class AlarmToPage : IAsyncDisposable
{
    public const int WarmUps = 100;

    private readonly WebApplication app;
    private readonly DynoxideServer store;
    private readonly Sink sink;
    private readonly DirectoryInfo folder;
    private readonly CapacityMeter meter;
    private readonly BenchClient client;
    private int next;

    private AlarmToPage(WebApplication app, DynoxideServer store, Sink sink, DirectoryInfo folder, CapacityMeter meter, BenchClient client) =>
        (this.app, this.store, this.sink, this.folder, this.meter, this.client) = (app, store, sink, folder, meter, client);

    public static async Task<AlarmToPage> Start(int services, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var folder = Directory.CreateTempSubdirectory("incidents-bench");
        var data = new DataDirectory(folder);
        var config = BenchConfiguration.Write(folder.CreateSubdirectory("config"), services);
        var sink = await Sink.Start(clock, cancellation);
        var store = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), data.Store, cancellation);
        using var tables = DynamoDbClients.ForLocal(store.Endpoint);
        await IncidentTable.CreateIfMissing(tables, LocalServices.Table, cancellation);

        var meter = new CapacityMeter();
        var hosts = new SlackHosts(new Uri("http://127.0.0.1:1"));
        var webhook = (WebhookUrl.Parsed.Ok)WebhookUrl.Parse(sink.Webhook.AbsoluteUri, hosts);
        var slack = new SlackWebhookClient(new Dictionary<string, WebhookUrl> { ["default"] = webhook.Url }, hosts);
        var app = UpHost.Build(
            new UpSettings(Port: 0, data, config, Runbooks: "runbooks", InMemory: true),
            store,
            new DirectoryConfigurationSource(new ConfigurationDirectory(config), clock),
            RunbookFolder.Read("runbooks").Library,
            services => services
                .AddDynamoStores(DynamoDbClients.ForLocal(store.Endpoint), LocalServices.Table, clock, meter)
                .AddSingleton<ITeamChannel>(new SlackTeamChannel(slack, () => new CardReach("bench", new Uri("https://incidents.example.com")), clock)));
        await app.StartAsync(cancellation);
        return new AlarmToPage(app, store, sink, folder, meter, new BenchClient(new Uri(app.Urls.First()), data.EnsureToken()));
    }

    public async Task WarmUp(CancellationToken cancellation)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await Measure(cancellation);
        }
    }

    public async Task<string> OneByOne(int count, CancellationToken cancellation)
    {
        var before = meter.Total;
        var times = new List<TimeSpan>();
        for (var i = 0; i < count; i++)
        {
            times.Add(await Measure(cancellation));
        }

        await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        var used = meter.Total - before;
        return $"{count} alarms, one by one: {Spread(times)}; {(double)used.Calls / count:F2} store calls, {used.WriteUnits / count:F2} write units and {used.ReadUnits / count:F2} read units each";
    }

    public async Task<string> AtOnce(int count, CancellationToken cancellation)
    {
        var started = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => Measure(cancellation)));
        return $"{count} alarms at once:     {Spread([.. times])}; all paged after {Stopwatch.GetElapsedTime(started).TotalSeconds:F1} s";
    }

    public static string Memory()
    {
        using var process = Process.GetCurrentProcess();
        process.Refresh();
        return $"resident memory:        {process.WorkingSet64 / 1024 / 1024} MB (the measuring client and the Slack stand-in included)";
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await sink.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private async Task<TimeSpan> Measure(CancellationToken cancellation)
    {
        var service = BenchConfiguration.Name(Interlocked.Increment(ref next) - 1);
        var alarm = SampleAlarm.Metric(service, TimeProvider.System.Now());
        var arrival = sink.ArrivalOf(service);
        var started = TimeProvider.System.GetTimestamp();
        await client.Post(alarm, cancellation);
        return TimeProvider.System.GetElapsedTime(started, await arrival);
    }

    private static string Spread(List<TimeSpan> times)
    {
        times.Sort();
        return $"p50 {times[times.Count / 2].TotalMilliseconds:F1} ms, p99 {times[times.Count * 99 / 100].TotalMilliseconds:F1} ms";
    }
}
