using System.Globalization;
using System.Text;
using Incidents.Adapters.InMemory;
using Incidents.Application.Configuration;
using Incidents.Domain.Incidents;
using NodaTime;

namespace Incidents.Cli.Torture;

/// <summary>All that outlives a process: what is kept, the far side, the time, and the true state of every alarm.</summary>
internal sealed class World
{
    private readonly Func<Stores> stores;
    private readonly Stores own;

    /// <param name="stores">What a new process opens; null for a store in memory.</param>
    public World(Func<StillClock, Stores>? stores = null)
    {
        var memory = stores is null ? Stores.From(services => services.AddInMemoryStores()) : null;
        this.stores = () => memory ?? stores!(Clock);
        own = this.stores();
        Far = new FarSide(this);
    }

    public StillClock Clock { get; } = new(Instant.FromUtc(2026, 9, 14, 8, 40));

    public FarSide Far { get; }

    public Truth Truth { get; } = new();

    /// <summary>How many faults have been made.</summary>
    public int Faults { get; set; }

    public List<string> Events { get; } = [];

    /// <summary>What happens between a call and its answer; nothing unless somebody schedules.</summary>
    public Func<Task> Pause { get; set; } = () => Task.CompletedTask;

    /// <summary>What another worker does meanwhile.</summary>
    public Func<Task> Overtake { get; set; } = () => Task.CompletedTask;

    /// <summary>What is kept, without any fault between.</summary>
    public Stores Kept => own;

    public static OnCallConfiguration Settings { get; } = Load();

    /// <summary>Starts a process.</summary>
    public Worker Start(string name, Func<int, string, Fault>? faults = null) => new(this, stores(), new Life(this, name, faults ?? ((_, _) => Fault.None)));

    public async Task<Incident> Look(IncidentNumber number) => (await own.Incidents.Load(number, null, CancellationToken.None))!.Incident;

    public void Log(string line) => Events.Add($"{Clock.Now.ToString("HH':'mm':'ss", CultureInfo.InvariantCulture)} {line}");

    private static OnCallConfiguration Load()
    {
        var files = new[] { new ConfigurationFile("oncall.yaml", Encoding.UTF8.GetBytes(OnCall.Yaml)) };
        return ConfigurationLoader.Load(files, "config", Instant.FromUtc(2026, 9, 14, 0, 0)) is ConfigurationResult.Valid valid
            ? valid.Configuration
            : throw new InvalidOperationException(ConfigurationLoader.Load(files, "config", default).ToString());
    }
}
