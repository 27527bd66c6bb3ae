using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Calls;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Adapters.Slack;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Application.Notifications;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Sweep;
using Incidents.Application.Time;
using Incidents.Cli;
using Incidents.Cli.Up;
using Incidents.Configuration.Loading;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Benchmarks;

/// <summary>The product as `up` runs it, with a fake Slack that records when each page arrives; all over loopback HTTP, the store on disk.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DynoxideServer store;
    private readonly SlackReceiver slackReceiver;
    private readonly DirectoryInfo folder;
    private readonly CapacityMeter meter;
    private readonly AlarmClient client;

    private BenchmarkHost(WebApplication app, DynoxideServer store, SlackReceiver slackReceiver, DirectoryInfo folder, CapacityMeter meter, AlarmClient client, Usage idle) =>
        (this.app, this.store, this.slackReceiver, this.folder, this.meter, this.client, IdleTick) = (app, store, slackReceiver, folder, meter, client, idle);

    public static async Task<BenchmarkHost> Start(int services, CancellationToken cancellation)
    {
        var clock = TimeProvider.System;
        var folder = Directory.CreateTempSubdirectory("incidents-bench");
        var data = new DataDirectory(folder);
        var config = BenchmarkConfiguration.Write(folder.CreateSubdirectory("config"), services);
        var slackReceiver = await SlackReceiver.Start(clock, cancellation);
        var store = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), data.Store, cancellation);
        using var tables = DynamoDbClients.ForLocal(store.Endpoint);
        await IncidentTable.CreateIfMissing(tables, LocalServices.Table, cancellation);

        var meter = new CapacityMeter();
        var hosts = new SlackHosts(new Uri("http://127.0.0.1:1"));
        var webhook = (WebhookUrl.Parsed.Ok)WebhookUrl.Parse(slackReceiver.Webhook.AbsoluteUri, hosts);
        var slack = new SlackWebhookClient(new Dictionary<string, WebhookUrl> { ["default"] = webhook.Url }, hosts);
        var app = UpHost.Build(
            new UpSettings(Port: 0, data, config, Runbooks: "runbooks", InMemory: true),
            store,
            new DirectoryConfigurationProvider(new ConfigurationDirectory(config), clock),
            RunbookFolder.Read("runbooks").Library,
            services => services
                .AddDynamoStores(DynamoDbClients.ForLocal(store.Endpoint), LocalServices.Table, clock, meter)
                .AddSingleton<INotificationChannel>(new SlackWebhookChannel(slack, () => new CardLinks("bench", new Uri("https://incidents.example.com")), clock)));
        var idle = await MeasureIdleTick(app, meter, clock);
        await app.StartAsync(cancellation);
        return new BenchmarkHost(app, store, slackReceiver, folder, meter, new AlarmClient(new Uri(app.Urls.First()), data.EnsureToken()), idle);
    }

    public SlackReceiver Slack => slackReceiver;

    public CapacityMeter Meter => meter;

    /// <summary>What the tick takes when nothing is due: taken before the host began to sweep by itself.</summary>
    public Usage IdleTick { get; }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public Task Post(string alarm, CancellationToken cancellation) => client.Post(alarm, cancellation);

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await slackReceiver.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<Usage> MeasureIdleTick(WebApplication app, CapacityMeter meter, TimeProvider clock)
    {
        var before = meter.Total;
        await app.Services.GetRequiredService<DueWorkLoop>().Run(clock.Now() + NodaTime.Duration.FromSeconds(30), CancellationToken.None);
        await app.Services.GetRequiredService<TickHeartbeat>().Beat(CancellationToken.None);
        return meter.Total - before;
    }
}
