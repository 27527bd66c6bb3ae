using Incidents.Application.Time;
using Incidents.Cli.Simulation;
using Incidents.Configuration.Files;
using Incidents.Configuration.Loading;
using Incidents.Scenarios.Tests.Night;
using NodaTime;

namespace Incidents.Scenarios.Tests.Nights;

/// <summary>What `incidents simulate` says of a night's history, as far as the night went.</summary>
internal sealed class Simulated
{
    private readonly Instant began;
    private readonly IReadOnlyList<Interruption> interruptions;

    private Simulated(SimulationReport report, Instant began, Instant ended)
    {
        this.began = began;
        interruptions = Interruption.Of(report.Messages.Where(message => message.At <= ended));
    }

    /// <param name="yaml">Where people entered something into the night's stores: the configuration that has it.</param>
    /// <param name="began">What times count from; the night's beginning otherwise.</param>
    public static Task<Simulated> Of(NightHost night, string? yaml = null, Instant? began = null) => Of(night.House, yaml ?? night.Yaml, began ?? NightHost.Began);

    public static async Task<Simulated> Of(ScenarioHost house, string yaml, Instant began)
    {
        var history = AlarmHistory.Read(house.History);
        var configuration = ConfigurationLoader.Load([new ConfigurationFile("oncall.yaml", System.Text.Encoding.UTF8.GetBytes(yaml))], "config", began);
        var report = await SimulationReport.Run(history, Assert.IsType<ConfigurationResult.Valid>(configuration).Configuration, acknowledgeAfter: null, CancellationToken.None);
        Assert.Empty(report.Problems);
        return new Simulated(report, began, house.Clock.Now());
    }

    public IReadOnlyList<string> Interrupted(string person) =>
        [.. interruptions.Where(one => one.Name == person).Select(one => Interruptions.Line(Seconds(one.From), Seconds(one.To), one.Channels))];

    private int Seconds(Instant at) => (int)(at - began).TotalSeconds;
}
