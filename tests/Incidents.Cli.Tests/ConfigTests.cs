namespace Incidents.Cli.Tests;

public class ConfigTests
{
    [Fact]
    public async Task Push_WhileUpRuns_IsInForceOnTheNextAlarm_AndRollbackUndoesIt()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        await sandbox.Run("alarm", "checkout", "--data", sandbox.Data);
        var next = Changed(sandbox);

        var push = await sandbox.Run("config", "push", next, "--data", sandbox.Data, "--as", "grace", "--yes");
        Assert.Equal(0, push.ExitCode);
        Assert.Contains("(revision 1, by grace)", push.Output, StringComparison.Ordinal);
        Assert.Contains("paged Margaret Hamilton", (await sandbox.Run("alarm", "search", "--data", sandbox.Data)).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await sandbox.Run("config", "rollback", "packaged", "--data", sandbox.Data, "--yes")).ExitCode);
        Assert.DoesNotContain("paged Margaret Hamilton", (await sandbox.Run("alarm", "payments", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
        Assert.Contains("packaged", (await sandbox.Run("config", "list", "--data", sandbox.Data)).Output.Split('\n')[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_WhereNobodyCanBeAsked_ChangesNothing()
    {
        using var sandbox = new Sandbox();

        // Not a terminal either: the test holds the other end.
        var push = await sandbox.Run("config", "push", "--data", sandbox.Data, "--as", "grace");

        Assert.Equal((1, "incidents: nobody can be asked here, so nothing was changed: say --yes"), (push.ExitCode, push.Errors.Split('\n')[^1]));
        Assert.StartsWith("nothing has been pushed", (await sandbox.Run("config", "list", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Push_OfMistakes_IsRefused_AndOfASecondVersion_IsComparedWithTheFirst()
    {
        using var sandbox = new Sandbox();
        var next = Changed(sandbox);
        Assert.Equal(0, (await sandbox.Run("config", "push", "config", "--data", sandbox.Data, "--yes")).ExitCode);
        var second = await sandbox.Run("config", "push", next, "--data", sandbox.Data, "--yes");
        Assert.Contains(" → Margaret Hamilton", second.Output, StringComparison.Ordinal);

        File.WriteAllText(Path.Combine(next, "more.yaml"), "people:\n  ada: { nam: Ada }\n");
        var bad = await sandbox.Run("config", "push", next, "--data", sandbox.Data, "--yes");

        Assert.Equal((1, ""), (bad.ExitCode, bad.Output));
        Assert.Contains("more.yaml:2:", bad.Errors, StringComparison.Ordinal);
        Assert.Equal(2, (await sandbox.Run("config", "list", "--data", sandbox.Data)).Output.Split('\n').Length);
    }

    /// <summary>The shipped configuration, with somebody else on call round the clock.</summary>
    private static string Changed(Sandbox sandbox)
    {
        var folder = Directory.CreateDirectory(Path.Combine(sandbox.Data, "next")).FullName;
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, "config"), "*.yaml"))
        {
            File.WriteAllText(
                Path.Combine(folder, Path.GetFileName(file)),
                File.ReadAllText(file)
                    .Replace("participants: [ada, grace, katherine, alan]", "participants: [margaret]", StringComparison.Ordinal)
                    .Replace("\npeople:\n", "\npeople:\n  margaret: { name: Margaret Hamilton, slack: U0MARGARET, phone: \"+12025550109\" }\n", StringComparison.Ordinal));
        }

        return folder;
    }
}
