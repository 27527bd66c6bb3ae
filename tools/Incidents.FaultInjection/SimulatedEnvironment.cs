using System.Globalization;
using System.Text;
using Incidents.Adapters.CommandLine.InMemory;
using Incidents.Application.Configuration;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Domain.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.FaultInjection;

/// <summary>What outlives a process: stores, endpoints, the clock, and the true state of every alarm.</summary>
internal sealed class SimulatedEnvironment
{
    private readonly Func<Stores> stores;
    private readonly Stores own;

    /// <param name="stores">What a new process opens; null for a store in memory.</param>
    public SimulatedEnvironment(Func<ManualClock, Stores>? stores = null)
    {
        var memory = stores is null ? Stores.From(services => services.AddInMemoryStores()) : null;
        this.stores = () => memory ?? stores!(Clock);
        own = this.stores();
        Endpoints = new FakeEndpoints(this);
    }

    public ManualClock Clock { get; } = new(Instant.FromUtc(2026, 9, 14, 8, 40));

    public FakeEndpoints Endpoints { get; }

    public ExpectedState Expected { get; } = new();

    /// <summary>How many faults have been made.</summary>
    public int Faults { get; set; }

    public List<string> Events { get; } = [];

    /// <summary>What happens between a call and its answer; nothing by default.</summary>
    public Func<Task> Pause { get; set; } = () => Task.CompletedTask;

    /// <summary>What another worker does meanwhile.</summary>
    public Func<Task> Overtake { get; set; } = () => Task.CompletedTask;

    /// <summary>The stores without faults.</summary>
    public Stores Stores => own;

    public static OnCallConfiguration Settings { get; } = Load();

    /// <summary>Starts a process.</summary>
    public Worker Start(string name, Func<int, string, Fault>? faults = null) => new(this, stores(), new SimulatedProcess(this, name, faults ?? ((_, _) => Fault.None)));

    public async Task<Incident> Look(IncidentNumber number) => (await own.Incidents.Load(number, null, CancellationToken.None))!.Incident;

    public void Log(string line) => Events.Add($"{Clock.Now.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture)} {line}");

    private static OnCallConfiguration Load()
    {
        var files = new[] { new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(SampleConfiguration.Yaml)) };
        return ConfigurationLoader.Load(files, "config", Instant.FromUtc(2026, 9, 14, 0, 0)) is ConfigurationResult.Valid valid
            ? valid.Configuration
            : throw new InvalidOperationException(ConfigurationLoader.Load(files, "config", default).ToString());
    }
}
