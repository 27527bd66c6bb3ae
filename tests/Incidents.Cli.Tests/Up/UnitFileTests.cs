namespace Incidents.Cli.Tests.Up;

/// <summary>The unit for systemd keeps to what `docs/operate.md` asks of a supervisor.</summary>
public sealed class UnitFileTests
{
    [Theory]
    [InlineData("Restart=always")]
    [InlineData("StartLimitIntervalSec=0")]
    [InlineData("KillMode=mixed")]
    [InlineData("TimeoutStopSec=20")]
    public void V50_Unit_StartsItAgainAfterEveryEnd(string setting) =>
        Assert.Contains(setting, File.ReadLines(Path.Combine(Repository.Root, "examples", "systemd", "incidents.service")));
}
