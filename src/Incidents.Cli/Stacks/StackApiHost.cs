using System.Security.Cryptography;
using Incidents.Adapters.Aws;
using Incidents.Adapters.CommandLine.Api;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Adapters.DynamoDb.Schema;
using Incidents.Application;
using Incidents.Application.Alarms;
using Incidents.Application.Configuration;
using Incidents.Application.Configuration.Versions;
using Incidents.Application.Heartbeats;
using Incidents.Application.Links;
using Incidents.Application.Notifications;
using Incidents.Application.Paging;
using Incidents.Application.Runbooks;
using Incidents.Application.Slack;
using Incidents.Application.Store;
using Incidents.Application.TestPages;
using Incidents.Application.Time;
using Incidents.Cli.Terminal;
using Incidents.Cli.Up;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using Incidents.Domain.People;
using Incidents.Web;
using Incidents.Web.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Incidents.Cli.Stacks;

/// <summary>The API over the table of a stack, in this process: commands find in it what they find in a running `up`, and nothing listens, sweeps or pages here.</summary>
internal sealed class StackApiHost : IAsyncDisposable
{
    /// <summary>Nothing is there; requests carry it as their host.</summary>
    private static readonly Uri Address = new("http://127.0.0.1/");

    private readonly WebApplication app;
    private readonly IDisposable client;
    private readonly string token;
    private readonly InProcessServer server;
    private readonly List<StoreUnavailableException> failures;

    private StackApiHost(WebApplication app, IDisposable client, InProcessServer server, string token, List<StoreUnavailableException> failures) =>
        (this.app, this.client, this.server, this.token, this.failures) = (app, client, server, token, failures);

    /// <summary>Id of the person whose credentials these are; null when the configuration says of none that they are theirs.</summary>
    public string? Acting { get; private init; }

    /// <summary>Why the table did not answer what was asked last; null when it did.</summary>
    public StoreUnavailableException? Failure => failures.LastOrDefault();

    /// <exception cref="StoreUnavailableException">The table does not answer.</exception>
    /// <exception cref="CannotStartException">No configuration was pushed to it.</exception>
    public static async Task<StackApiHost> Open(CommandHost host, StackTable stack, AwsCaller caller, DirectoryInfo? deployed, CancellationToken cancellation)
    {
        var (clock, table) = (host.Clock, stack.Name);
        var client = DynamoDbClients.ForAwsFromOutside(stack.Region, AwsService.DynamoDb.Elsewhere(host.Variable), host.Keys);
        var configuration = await InForce(new DynamoConfigurationStore(client, table, clock), table, deployed, clock, cancellation);
        var server = new InProcessServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var token = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var left = new LeftToTheStack();
        builder.Services
            .AddSingleton(clock)
            .AddSingleton<IServer>(server)
            .AddSingleton<IHostLifetime, Lifetime>()
            .AddDynamoStores(client, table, clock)
            .AddSingleton<IIncidentStore>(s => new DynamoIncidentStore(client, table, clock, meter: null, RetentionInForce.Of(s.GetService<IOnCallConfigurationProvider>()), numbersAtOnce: 1))
            .AddConfiguration(configuration)
            .AddSingleton(RunbookLibrary.Empty)
            .AddSingleton(AlarmAllowList.Any)
            .AddIncidents()
            .AddSingleton<LeavePages>(Unclaimed.Of)
            .AddSingleton<LeaveTest>(s => s.GetRequiredService<IHeartbeatStore>().Leave)
            .AddSingleton<INotificationChannel>(left)
            .AddSingleton<IFallback>(left)
            .AddSingleton<FindPublicAddress>(_ => ValueTask.FromResult<Uri?>(null))
            .AddIncidentsWeb(new WebSettings { ApiToken = token, Caller = caller.Arn });
        var app = builder.Build();
        var failures = new List<StoreUnavailableException>();
        app.MapIncidentsApi(failures.Add);
        await app.StartAsync(cancellation);
        var acting = (await configuration.CurrentOrNone(cancellation))?.FindByAws(caller)?.Id.Value;
        return new StackApiHost(app, client, server, token, failures) { Acting = acting };
    }

    /// <summary>A client of this installation's API, as the command line uses it.</summary>
    public IncidentsApi Api() => new(Address, token, server);

    /// <summary>Tells what the table did not do.</summary>
    /// <returns>The exit code.</returns>
    public static int Complain(CommandHost host, StoreUnavailableException failure) =>
        DynamoDbClients.IsDenied(failure) ? Complaint.Refused(host, $"{failure.Message} docs/operate.md has the policy under \"From the command line\".")
        : DynamoDbClients.IsRefused(failure) ? Complaint.Refused(host, failure.Message)
        : Complaint.NoAnswer(host, failure.Message);

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        client.Dispose();
    }

    /// <summary>What was pushed last, read once: a command lasts for seconds.</summary>
    private static async Task<IOnCallConfigurationProvider> InForce(DynamoConfigurationStore store, string table, DirectoryInfo? deployed, TimeProvider clock, CancellationToken cancellation)
    {
        if ((await store.Pointer(cancellation)).Version is { } id)
        {
            return new ReadOnce((await store.Read(id, cancellation))?.Load(clock.Now()) ?? ConfigurationVersion.Unusable(id, "The table does not hold it: push the configuration again."));
        }

        return deployed is null
            ? throw new CannotStartException($"no configuration was pushed to {table}, and the copy deployed with the code cannot be read from here: push it once (./incidents config push DIR --table {table}), or name the directory it was deployed from with --config DIR")
            : new ReadOnce(new ConfigurationDirectory(deployed.ToString()).Load(clock.Now()));
    }

    /// <summary>A command ends when it has ended.</summary>
    private sealed class Lifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class ReadOnce(ConfigurationResult read) : IOnCallConfigurationProvider
    {
        public ConfigurationResult.Invalid? Problem => read as ConfigurationResult.Invalid;

        public ValueTask<OnCallConfiguration> Current(CancellationToken cancellation) => read switch
        {
            ConfigurationResult.Valid valid => ValueTask.FromResult(valid.Configuration),
            _ => throw new InvalidConfigurationException(Problem!),
        };
    }
}
