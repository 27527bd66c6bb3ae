using System.Net.Sockets;
using Incidents.Adapters.CommandLine.Embedded;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application.Configuration;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Heartbeats;
using Incidents.Application.Runbooks;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Web;
using Incidents.Web.Preview;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Incidents.Cli.Up;

/// <summary>The product in one process on loopback, with the embedded store as its only child.</summary>
internal sealed class UpHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly DynoxideServer store;
    private readonly FileStream claim;
    private readonly Uri address;
    private readonly UpSettings settings;
    private readonly OtlpSpans? spans = OtlpSpans.Begin(Environment.GetEnvironmentVariable);
    private readonly CancellationTokenSource ending = new();
    private readonly Task keeping;

    private UpHost(WebApplication app, DynoxideServer store, FileStream claim, Uri address, UpSettings settings)
    {
        (this.app, this.store, this.claim, this.address, this.settings) = (app, store, claim, address, settings);
        var kept = settings.InMemory ? "what it held is gone (--memory)" : $"incidents are safe in {settings.Data.Store}";
        keeping = new StoreKeeper(store, cancellation => Prepare(store, cancellation), kept, Console.Error.WriteLine, TimeProvider.System).Run(ending.Token);
    }

    /// <summary>What it is made of.</summary>
    internal IServiceProvider Services => app.Services;

    /// <exception cref="CannotStartException">Something is missing, busy or unreadable.</exception>
    public static async Task<UpHost> Start(UpSettings settings, CancellationToken cancellation)
    {
        var configuration = Configuration(settings);
        var runbooks = RunbookFolder.Read(settings.Runbooks);
        var claim = await Claim(settings.Data, cancellation);
        DynoxideServer? store = null;
        try
        {
            Say("starting the embedded store");
            store = await StartStore(settings, cancellation);
            var app = Build(settings, store, configuration, runbooks.Library);
            await GoOn(app.Services, cancellation);
            Say("starting functions and console");
            await Listen(app, settings.Port, cancellation);
            var address = new Uri($"http://127.0.0.1:{settings.Port}");
            settings.Data.SetRunningAt(address);
            settings.Data.SetStoreAt(store.Endpoint);
            await WarnOfSleepers(configuration, settings, cancellation);
            await SayWhatIsInForce(app, settings, cancellation);
            return new UpHost(app, store, claim, address, settings);
        }
        catch (Exception failure)
        {
            await claim.DisposeAsync();
            if (store is not null)
            {
                await store.DisposeAsync();
            }

            if (failure is IOException or UnauthorizedAccessException)
            {
                throw new CannotStartException(DiskProblem.Of(failure, settings.Data));
            }

            throw;
        }
    }

    public void Greet() => Console.WriteLine($"""

        Console        {address}
        Slack preview  {new Uri(address, "dev/slack")}
        Outbox         {new Uri(address, "dev/outbox")}   (mails, texts and calls, unless INCIDENTS_AWS_REGION says where to send them from)
        API token      in {settings.Data.TokenFile}   (Authorization: Bearer …, for {new Uri(address, "api/v1/")})

        Send the first alarm from another terminal:   ./incidents alarm checkout
        and its recovery:                             ./incidents alarm checkout --ok
        Stop with Ctrl-C; {(settings.InMemory ? "incidents are forgotten then (--memory)" : $"incidents stay in {settings.Data.Path}")}.
        """);

    /// <summary>Returns when <paramref name="cancellation"/> asks it to stop, and for no other reason.</summary>
    /// <exception cref="CannotStartException">It ended by itself, or its store cannot be started again.</exception>
    public async Task UntilStopped(CancellationToken cancellation)
    {
        var stop = app.WaitForShutdownAsync(cancellation);
        if (await Task.WhenAny(stop, keeping) == keeping)
        {
            await keeping;
        }

        await stop;
        if (!cancellation.IsCancellationRequested)
        {
            throw new CannotStartException($"`incidents up` ended by itself, the lines above say why: start it again, or have a supervisor do it (docs/operate.md, \"On one machine\"); incidents are safe in {settings.Data.Path}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        await app.StopAsync(limit.Token);
        await Task.WhenAny(app.Services.GetRequiredService<SlackPreview>().Written, Task.Delay(TimeSpan.FromSeconds(1)));
        await app.DisposeAsync();
        spans?.Dispose();
        await store.DisposeAsync();
        await claim.DisposeAsync();
        ending.Dispose();
    }

    private static DirectoryConfigurationProvider Configuration(UpSettings settings)
    {
        var directory = new ConfigurationDirectory(settings.Config);
        return directory.Load(TimeProvider.System.Now()) is ConfigurationResult.Invalid invalid
            ? throw new CannotStartException($"{FirstOf(invalid.Problems)}{(invalid.Problems.Count > 1 ? $" ({invalid.Problems.Count - 1} more: ./incidents check {settings.Config})" : "")}")
            : new DirectoryConfigurationProvider(directory, TimeProvider.System);
    }

    private static async Task WarnOfSleepers(DirectoryConfigurationProvider configuration, UpSettings settings, CancellationToken cancellation)
    {
        var current = await configuration.Current(cancellation);
        if (current.Channels.SmsTwoWay && Environment.GetEnvironmentVariable(LocalChannels.RegionVariable) is { Length: > 0 } && LocalTopics.Of(Environment.GetEnvironmentVariable).Replies.Length == 0)
        {
            Console.WriteLine($"\nWARNING: texts ask for replies (two_way), and none arrives here: name the topic of the number's two-way SMS in {LocalTopics.RepliesVariable}");
        }

        if (current.Unwakeable is { Count: > 0 } sleepers)
        {
            Console.WriteLine($"\nWARNING: pages may wake nobody: {(sleepers.Count == 1 ? "one mistake" : $"{sleepers.Count} mistakes")} in the configuration (./incidents check {settings.Config} names each)");
        }
    }

    /// <summary>A version that was pushed counts before the files: a person who edits those has to know.</summary>
    private static async Task SayWhatIsInForce(WebApplication app, UpSettings settings, CancellationToken cancellation)
    {
        if (await app.Services.GetRequiredService<IConfigurationStore>().Pointer(cancellation) is { Version: { } version } pointer)
        {
            Console.WriteLine($"\nThe configuration in force is version {version}, pushed by {pointer.By}; the files in {settings.Config} are not (./incidents config rollback packaged puts them in force)");
        }
    }

    /// <summary>The clock may have been set back while nothing ran: what is due is counted from the last sweep.</summary>
    private static async Task GoOn(IServiceProvider services, CancellationToken cancellation)
    {
        if (await services.GetRequiredService<IHeartbeatStore>().LastSweep(cancellation) is { } last)
        {
            services.GetRequiredService<SteadyClock>().NotBefore(last.ToDateTimeOffset());
        }
    }

    private static ConfigurationProblem FirstOf(IReadOnlyList<ConfigurationProblem> problems) => problems.FirstOrDefault(p => !p.IsWarning) ?? problems[0];

    /// <summary>Two processes on one data directory would page twice.</summary>
    private static async Task<FileStream> Claim(DataDirectory data, CancellationToken cancellation)
    {
        try
        {
            data.Create();
            var claim = await ClaimPatiently(data, cancellation);
            try
            {
                data.Probe();
                return claim;
            }
            catch
            {
                await claim.DisposeAsync();
                throw;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(DiskProblem.Of(refused, data));
        }
    }

    /// <summary>A command that looks whether the directory is in use has it for an instant.</summary>
    private static async Task<FileStream> ClaimPatiently(DataDirectory data, CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return data.Claim();
            }
            catch (IOException) when (attempt < MostClaims)
            {
                await Task.Delay(BetweenClaims, TimeProvider.System, cancellation);
            }
        }
    }

    private const int MostClaims = 4;
    private static readonly TimeSpan BetweenClaims = TimeSpan.FromMilliseconds(50);

    private static async Task<DynoxideServer> StartStore(UpSettings settings, CancellationToken cancellation)
    {
        try
        {
            var store = await DynoxideServer.Start(DynoxideBinary.FindAbove(AppContext.BaseDirectory), settings.InMemory ? null : settings.Data.Store, cancellation);
            await Prepare(store, cancellation);
            return store;
        }
        catch (Exception problem) when (problem is FileNotFoundException or InvalidOperationException or StoreUnavailableException)
        {
            throw new CannotStartException(problem.Message.ReplaceLineEndings(" "));
        }
    }

    private static async Task Prepare(DynoxideServer store, CancellationToken cancellation)
    {
        using var client = DynamoDbClients.ForLocal(store.Endpoint);
        await IncidentTable.CreateIfMissing(client, LocalServices.Table, cancellation);
        await IncidentTable.Require(client, LocalServices.Table, cancellation);
    }

    /// <param name="replace">Puts other parts in the place of some; for measuring.</param>
    internal static WebApplication Build(UpSettings settings, DynoxideServer store, DirectoryConfigurationProvider configuration, RunbookLibrary runbooks, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddSimpleConsole(console => (console.SingleLine, console.ColorBehavior) = (true, LoggerColorBehavior.Disabled)).SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Extensions.Hosting", LogLevel.Critical);
        builder.WebHost.UseUrls($"http://127.0.0.1:{settings.Port}");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton<IHostLifetime, StopSignals>();
        builder.Services.AddLocal(settings, store, configuration, runbooks);
        replace?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapIncidentsWeb();
        app.MapSlackPreview();
        app.MapOutbox();
        app.MapFunctions();
        return app;
    }

    private static async Task Listen(WebApplication app, int port, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException)
        {
            throw new CannotStartException($"port {port} is in use: stop what listens there, or start with --port {port + 1}");
        }
        catch (SocketException denied)
        {
            throw new CannotStartException($"cannot listen on port {port} ({denied.SocketErrorCode}): start with another --port");
        }
    }

    private static void Say(string what) => Console.WriteLine($"{what} …");
}
