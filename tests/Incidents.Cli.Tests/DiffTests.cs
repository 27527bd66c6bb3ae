namespace Incidents.Cli.Tests;

public class DiffTests
{
    [Fact]
    public async Task RemovedPerson_IsShown_AndTheExitCodeIsZero()
    {
        using var sandbox = new Sandbox();
        var next = Directory.CreateDirectory(Path.Combine(sandbox.Data, "config")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "config"), "*.yaml"))
        {
            File.WriteAllText(Path.Combine(next, Path.GetFileName(file)), File.ReadAllText(file).Replace("participants: [ada, grace, katherine, alan]", "participants: [ada, grace, alan]", StringComparison.Ordinal));
        }

        var diff = await sandbox.Run("diff", "config", next, "--at", "2026-09-14T09:00:00Z", "--days", "28");

        Assert.Equal((0, ""), (diff.ExitCode, diff.Errors));
        Assert.Contains("Primary (primary, Europe/Berlin): ", diff.Output, StringComparison.Ordinal);
        Assert.Contains("checkout, search, workers, step 1 (Europe/Berlin): ", diff.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mistakes_AreAllPrinted_AsCheckPrintsThem()
    {
        using var sandbox = new Sandbox();
        sandbox.File("oncall.yaml", "people:\n  ada: { nam: Ada }\ncatch_all:\n  targets: [person: adda]\n");

        var diff = await sandbox.Run("diff", "config", sandbox.Data, "--format", "json");

        Assert.Equal((1, ""), (diff.ExitCode, diff.Output));
        Assert.Contains("oncall.yaml:2:10: error: ", diff.Errors, StringComparison.Ordinal);
        Assert.Contains("oncall.yaml:4:21: error: ", diff.Errors, StringComparison.Ordinal);
    }
}
