using System.Text;
using Amazon.Lambda.TestUtilities;
using Incidents.Adapters.DynamoDb;
using Incidents.Adapters.DynamoDb.Configurations;
using Incidents.Application.Links;
using Incidents.Application.Store;
using Incidents.Application.Time;
using Incidents.Domain;
using Incidents.Domain.Incidents;
using Incidents.Functions.Start;
using Incidents.Functions.Tests.Template;
using Incidents.Scenarios.Tests;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Incidents.Functions.Tests.Permissions;

/// <summary>The functions as the template deploys them, with its environment, on an AWS that writes down what it is asked for.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private const string Proof = "ProveNewVersion";

    private readonly SampleTeam crew = new();
    private readonly List<ServiceProvider> processes = [];
    private readonly List<TestLambdaContext> contexts = [];

    private Stage(Needed needed, RecordedTable table, FarSide aws) => (Needed, Table, Aws) = (needed, table, aws);

    public JumpingClock Clock { get; } = new(Instant.FromUtc(2026, 9, 14, 11, 20)) { JumpsOnWaits = true };

    public Needed Needed { get; }

    public RecordedTable Table { get; }

    public FarSide Aws { get; }

    /// <summary>What functions write to the bare output, lines of many processes.</summary>
    public MemoryStream Output { get; } = new();

    /// <summary>Stands in every alarm and in what services answer when they refuse.</summary>
    public string Planted { get; private init; } = "";

    /// <summary>Every line that any function has written, by whatever way.</summary>
    public IEnumerable<string> Lines => contexts.Select(context => ((TestLambdaLogger)context.Logger).Buffer.ToString()).Append(Encoding.UTF8.GetString(Output.ToArray())).SelectMany(text => text.Split('\n'));

    public static async Task<Stage> Set(string planted = "")
    {
        var needed = new Needed();
        var stage = new Stage(needed, await RecordedTable.Start(needed), await FarSide.Start(needed)) { Planted = planted };
        stage.Aws.Secrets[$"/incidents/{Physical.Stack}/settings"] = (string)Deployed.WithEverything.Properties("Settings")["Value"]!;
        (stage.Table.Fault, stage.Aws.Fault) = ($"down {planted}", planted);
        return stage;
    }

    /// <summary>What Lambda tells a function about an invocation, with a log that is looked at later.</summary>
    public TestLambdaContext Context(TimeSpan remaining = default)
    {
        var context = new TestLambdaContext { RemainingTime = remaining };
        contexts.Add(context);
        return context;
    }

    /// <summary>A new process of the function, with nothing in memory.</summary>
    /// <param name="parts">Replaces edges.</param>
    public IServiceProvider Start(string function, Action<IServiceCollection>? parts = null)
    {
        var environment = Deployed.WithEverything.EnvironmentOf(function);
        var settings = LambdaSettings.Read(environment.GetValueOrDefault);
        var edges = LambdaEdges.InAws(
            settings, environment.GetValueOrDefault, Clock, Aws.Open, Aws.OpenAs, s => s.AddDynamoStores(Table.Client, settings.Table, Clock),
            new DynamoConfigurationStore(Table.Client, settings.Table, Clock));
        var own = edges with { Package = crew.Package, Output = Output };
        var process = function == "RecordHeartbeat" ? new ServiceCollection().AddHeartbeats(settings, own, Clock) : new ServiceCollection().AddLambda(settings, own, Clock);
        parts?.Invoke(process);
        return Run(function, process);
    }

    /// <summary>A new process of the function that proves new versions, which is put together in another way.</summary>
    public IServiceProvider StartOfProof()
    {
        var settings = LambdaSettings.Read(Deployed.WithEverything.EnvironmentOf(Proof).GetValueOrDefault);
        var edges = DeploymentEdges.InAws(settings, _ => null, Clock, Aws.Open, s => s.AddDynamoStores(Table.Client, settings.Table, Clock));
        return Run(Proof, new ServiceCollection().AddDeploymentCheck(settings, settings.NewVersions!, settings.Sources.Synthetic!, edges, Clock));
    }

    private ServiceProvider Run(string function, IServiceCollection services)
    {
        var process = services.AddSingleton(LambdaMethods.ByResource[function].DeclaringType!).BuildServiceProvider();
        processes.Add(process);
        return process;
    }

    /// <summary>What is done in here, the process's start included, is recorded.</summary>
    public async Task Record(string function, Func<IServiceProvider, Task> act)
    {
        Needed.Recording = true;
        await act(function == Proof ? StartOfProof() : Start(function));
        Needed.Recording = false;
    }

    /// <summary>An alarm changes, and nobody watches what is done about it.</summary>
    /// <returns>The newest open incident, if there is one.</returns>
    public Task<IncidentNumber> Hear(string alarm, string state = "ALARM") => HearBody(Change(alarm, state));

    /// <inheritdoc cref="Hear" />
    public async Task<IncidentNumber> HearBody(string body)
    {
        var process = Start("RetryAlarm");
        await process.GetRequiredService<RetryAlarmFunction>().RetryAlarm(Events.Queued(body), Context());
        return (await process.GetRequiredService<IIncidentStore>().OpenIncidents(CancellationToken.None)).Select(incident => incident.Number).OrderByDescending(number => number.Value).FirstOrDefault();
    }

    /// <summary>The token of a link to an incident, as a message would have carried it.</summary>
    public async Task<string> Link(IncidentNumber number)
    {
        var token = LinkToken.New();
        await Start("RetryAlarm").GetRequiredService<ILinkStore>()
            .Save(LinkToken.Hash(token)!, new ResponderLink(number, new PersonId("ana"), "Ana", Clock.Now() + ResponderLinks.Lifetime), CancellationToken.None);
        return token;
    }

    public string Change(string alarm, string state) => AlarmBody.Metric(alarm, state, Clock.Now(), description: Planted);

    public async ValueTask DisposeAsync()
    {
        foreach (var process in processes)
        {
            await process.DisposeAsync();
        }

        await Table.DisposeAsync();
        await Aws.DisposeAsync();
        crew.Dispose();
    }
}
