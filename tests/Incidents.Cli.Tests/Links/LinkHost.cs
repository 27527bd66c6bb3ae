using System.Collections.Concurrent;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Actions;
using Incidents.Application.Configuration;
using Incidents.Application.Links;
using Incidents.Application.Runbooks;
using Incidents.Cli.Up;
using Incidents.Configuration.Loading;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Tests;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Tests.Links;

/// <summary>All that `incidents up` starts, in this process, so that a test can make links and read the log and the table.</summary>
internal sealed class LinkHost : IAsyncDisposable
{
    private static readonly string Config = Path.Combine(Repository.Root, "config");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("incidents-links");
    private readonly LogLines log = new();
    private DynoxideServer store = null!;
    private WebApplication app = null!;

    public HttpClient Http { get; private set; } = null!;

    public IReadOnlyCollection<string> Log => log.All;

    /// <param name="publicUrl">The address by which others reach it.</param>
    /// <param name="parts">Puts other parts in the place of some.</param>
    public static async Task<LinkHost> Start(Uri? publicUrl = null, Action<IServiceCollection>? parts = null)
    {
        var host = new LinkHost();
        var data = new DataDirectory(host.folder);
        host.store = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), file: null, CancellationToken.None);
        using var tables = host.Table();
        await IncidentTable.CreateIfMissing(tables, LocalServices.Table, CancellationToken.None);
        host.app = UpHost.Build(
            new UpSettings(Port: 0, data, Config, Runbooks: "runbooks", InMemory: true),
            host.store,
            new DirectoryConfigurationProvider(new ConfigurationDirectory(Config), TimeProvider.System),
            RunbookLibrary.Empty,
            services =>
            {
                services
                    .AddSingleton<ILoggerProvider>(host.log)
                    .AddSingleton(new WebSettings { ApiToken = data.EnsureToken(), PublicUrl = publicUrl })
                    .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(host.Http.BaseAddress));
                parts?.Invoke(services);
            });
        await host.app.StartAsync();
        host.Http = new HttpClient { BaseAddress = new Uri(host.app.Urls.First()) };
        return host;
    }

    public T Get<T>()
        where T : notnull => app.Services.GetRequiredService<T>();

    public async Task<IncidentNumber> Declare() =>
        ((DeclareResult.Opened)await Get<DeclareIncident>().Handle("Checkout is down", new ServiceId("checkout"), severity: null, new Actor("console", "you", Via.Console), CancellationToken.None)).Incident.Incident.Number;

    public async Task<Person> Somebody() => (await Get<IOnCallConfigurationProvider>().Current(CancellationToken.None)).People.Values.First(person => person.IsActive);

    /// <summary>Every attribute of every item.</summary>
    public async Task<string> Dump()
    {
        using var tables = Table();
        var items = (await tables.ScanAsync(new ScanRequest(LocalServices.Table))).Items;
        return string.Join('\n', items.SelectMany(item => item).Select(attribute => $"{attribute.Key}={attribute.Value.S}{attribute.Value.N}{Text(attribute.Value.B)}"));
    }

    public ValueTask StopStore() => store.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
        await store.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private AmazonDynamoDBClient Table() => DynamoDbClients.ForLocal(store.Endpoint);

    private static string Text(MemoryStream? bytes) => bytes is null ? "" : Encoding.Latin1.GetString(bytes.ToArray());

    /// <summary>What the filters of `incidents up` let through, as its console shows it.</summary>
    private sealed class LogLines : ILoggerProvider, ILogger
    {
        private readonly ConcurrentQueue<string> lines = new();

        public IReadOnlyCollection<string> All => lines;

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{logLevel}: {formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
