using Incidents.Cli.Torture;

namespace Incidents.Scenarios.Tests.Crashes;

/// <summary>Nights in which one call of twenty goes wrong.</summary>
public class TortureTests
{
    private const int Seeds = 200;

    [Fact]
    public void EveryNight_ComesRight()
    {
        var bad = Enumerable.Range(1, Seeds).Select(seed => TorturedNight.Live(seed)).Where(night => night.Broken.Count > 0).ToList();
        Assert.True(bad.Count == 0, $"{string.Join('\n', bad.Select(b => $"seed {b.Seed}: {string.Join("; ", b.Broken)}"))}\n{bad.FirstOrDefault()}");
    }

    [Fact]
    public void ASeed_IsTheSameNightEachTime() => Assert.Equal(TorturedNight.Live(7).Events, TorturedNight.Live(7).Events);

    [Fact]
    public void ANightWithoutFaults_PagesNobodyTwice()
    {
        var bad = Enumerable.Range(1, 40).Select(seed => TorturedNight.Live(seed, faultsPerCall: 0)).Where(night => night.Broken.Count > 0).ToList();
        Assert.True(bad.Count == 0, $"{string.Join('\n', bad.Select(b => $"seed {b.Seed}: {string.Join("; ", b.Broken)}"))}\n{bad.FirstOrDefault()}");
    }
}
