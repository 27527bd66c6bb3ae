using Incidents.Adapters.Api;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Embedded;
using Incidents.Adapters.Slack;
using Incidents.Application;
using Incidents.Application.Configuration;
using Incidents.Application.Heartbeats;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Slack.Cards;
using Incidents.Application.Sweep;
using Incidents.Cli.Up;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Incidents.Cli.Bench;

/// <summary>The product as `up` runs it, with a stand-in for Slack that notes when each page arrives; all over loopback HTTP, the store on disk.</summary>
internal sealed class BenchHouse : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DynoxideServer store;
    private readonly Sink sink;
    private readonly DirectoryInfo folder;
    private readonly CapacityMeter meter;
    private readonly BenchClient client;

    private BenchHouse(WebApplication app, DynoxideServer store, Sink sink, DirectoryInfo folder, CapacityMeter meter, BenchClient client, Usage idle) =>
        (this.app, this.store, this.sink, this.folder, this.meter, this.client, IdleTick) = (app, store, sink, folder, meter, client, idle);

    public static async Task<BenchHouse> Start(int services, CancellationToken cancellation)
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
        var idle = await MeasureIdleTick(app, meter, clock);
        await app.StartAsync(cancellation);
        return new BenchHouse(app, store, sink, folder, meter, new BenchClient(new Uri(app.Urls.First()), data.EnsureToken()), idle);
    }

    public Sink Sink => sink;

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
        await sink.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static async Task<Usage> MeasureIdleTick(WebApplication app, CapacityMeter meter, TimeProvider clock)
    {
        var before = meter.Total;
        await app.Services.GetRequiredService<KeepSweeping>().Run(clock.Now() + NodaTime.Duration.FromSeconds(30), CancellationToken.None);
        await app.Services.GetRequiredService<TickHeartbeat>().Beat(CancellationToken.None);
        return meter.Total - before;
    }
}
