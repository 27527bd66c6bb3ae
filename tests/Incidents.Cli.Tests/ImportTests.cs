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

    [Theory]
    [InlineData("pagerduty", "1 schedule was not compared", "schedules.json", "users.json")]
    [InlineData("opsgenie", "nothing was compared, for the export holds no schedule", "users.json", "services.json")]
    [InlineData("pagerduty", "things are left out (* under \"Did not map\")", "schedules.json", "users.json", "escalation_policies.json", "services.json", "../opsgenie/users.json")]
    public async Task V41_Import_WhenSomethingIsNotTheSame_Is1_AndTheLastLineSaysSo(string source, string missing, params string[] files)
    {
        using var sandbox = new Sandbox();
        var folder = Path.Combine(Repository.Root, "tests", "payloads", "import", source);
        var at = missing.Contains("schedule was", StringComparison.Ordinal) ? "2027-01-16T20:00:00Z" : "2026-11-21";

        var import = await sandbox.Run(["import", source, .. files.Select(file => Path.Combine(folder, file)), "--out", Path.Combine(sandbox.Data, "imported"), "--at", at]);

        Assert.Equal((1, ""), (import.ExitCode, import.Errors));
        Assert.StartsWith("NOT the same team: ", import.Output.Split('\n')[^1], StringComparison.Ordinal);
        Assert.Contains(missing, import.Output.Split('\n')[^1], StringComparison.Ordinal);
    }
}
