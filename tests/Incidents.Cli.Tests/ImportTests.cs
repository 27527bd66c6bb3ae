namespace Incidents.Cli.Tests;

public class ImportTests
{
    [Fact]
    public async Task PagerDuty_IsWritten_HeldAgainstItsOwnCalendar_AndPassesCheck()
    {
        using var sandbox = new Sandbox();
        var output = Path.Combine(sandbox.Data, "imported");
        var files = Directory.GetFiles(Path.Combine(Repository.Root, "tests", "payloads", "import", "pagerduty"), "*.json");

        var import = await sandbox.Run(["import", "pagerduty", .. files, "--out", output, "--at", "2026-11-21"]);

        Assert.Equal((0, ""), (import.ExitCode, import.Errors));
        Assert.Contains("PagerDuty: 4 people, 2 schedules, 1 escalation policy, 3 services", import.Output, StringComparison.Ordinal);
        Assert.Equal(2, import.Output.Split('\n').Count(line => line.Contains(" 0 minutes differ, ", StringComparison.Ordinal)));
        var oncall = await sandbox.Run("oncall", "primary", "--at", "2026-11-23T12:00:00Z", "--config", output);
        Assert.Equal((0, ""), (oncall.ExitCode, oncall.Errors));
        Assert.Contains("primary", oncall.Output, StringComparison.OrdinalIgnoreCase);
    }
}
