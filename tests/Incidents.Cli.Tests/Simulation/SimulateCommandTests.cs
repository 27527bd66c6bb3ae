using System.Text.Json;

namespace Incidents.Cli.Tests.Simulation;

public class SimulateCommandTests
{
    private static readonly string Example = Path.Combine(Repository.Root, "examples", "alarms.ndjson");

    [Fact]
    public async Task TheExample_SaysWhoWouldHaveBeenPaged_AndThatNothingWasSent()
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run("simulate", "--alarms", Example);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("2026-09-14 01:12:00Z  INC-1     Sev2 checkout", run.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing was sent", run.Output, StringComparison.Ordinal);
        Assert.Contains("no service claims:\n  legacy-batch-failed", run.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_HoldsTheSamePages()
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run("simulate", "--alarms", Example, "--json", "--acknowledge-after", "4m");

        using var answer = JsonDocument.Parse(run.Output);
        var page = answer.RootElement.GetProperty("pages")[0];
        Assert.Equal(("INC-1", "slack", 1), (page.GetProperty("incident").GetString(), page.GetProperty("channel").GetString(), page.GetProperty("step").GetInt32()));
        Assert.Equal(0, answer.RootElement.GetProperty("problems").GetArrayLength());
    }

    [Theory]
    [InlineData("--alarms", "nowhere.ndjson", "there is no file nowhere.ndjson")]
    [InlineData("--acknowledge-after", "soon", "--acknowledge-after soon is no length of time")]
    public async Task AMistake_IsNamed(string option, string value, string says)
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run(option == "--alarms" ? ["simulate", option, value] : ["simulate", "--alarms", Example, option, value]);

        Assert.Equal(option == "--alarms" ? 1 : 2, run.ExitCode);
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
    }
}
