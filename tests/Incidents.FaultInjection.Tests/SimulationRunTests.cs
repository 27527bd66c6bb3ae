
namespace Incidents.FaultInjection.Tests;

/// <summary>Simulated nights in which one call of twenty fails.</summary>
public class SimulationRunTests
{
    private const int Seeds = 200;

    [Fact]
    public void Run_WhenOneCallOfTwentyFails_HoldsEveryInvariant()
    {
        var bad = Enumerable.Range(1, Seeds).Select(seed => SimulationRun.Execute(seed)).Where(night => night.Broken.Count > 0).ToList();
        Assert.True(bad.Count == 0, $"{string.Join('\n', bad.Select(b => $"seed {b.Seed}: {string.Join("; ", b.Broken)}"))}\n{bad.FirstOrDefault()}");
    }

    [Fact]
    public void Run_WhenTheSeedIsTheSame_HasTheSameEvents() => Assert.Equal(SimulationRun.Execute(7).Events, SimulationRun.Execute(7).Events);

    [Fact]
    public void Run_WithoutFaults_HoldsEveryInvariant()
    {
        var bad = Enumerable.Range(1, 40).Select(seed => SimulationRun.Execute(seed, faultsPerCall: 0)).Where(night => night.Broken.Count > 0).ToList();
        Assert.True(bad.Count == 0, $"{string.Join('\n', bad.Select(b => $"seed {b.Seed}: {string.Join("; ", b.Broken)}"))}\n{bad.FirstOrDefault()}");
    }
}
