namespace Incidents.EndToEnd.Tests;

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

    [Fact]
    public async Task V37_Forget_OfAPersonWhoHasLeft_RedactsVersionsBefore_WhichCanBeReadAndNotPutInForce()
    {
        using var sandbox = new Sandbox();
        var next = Changed(sandbox);
        Assert.Equal(0, (await sandbox.Run("config", "push", next, "--data", sandbox.Data, "--yes")).ExitCode);
        Assert.Equal(0, (await sandbox.Run("config", "push", "config", "--data", sandbox.Data, "--yes", "--as", "margaret")).ExitCode);
        var before = (await sandbox.Run("config", "list", "--data", sandbox.Data)).Output.Split('\n')[1].Split(' ')[0];
        Assert.Contains("Hamilton", (await sandbox.Run("config", "show", before, "--files", "--data", sandbox.Data)).Output, StringComparison.Ordinal);

        var asked = await sandbox.Run("config", "forget", "--person", "margaret", "--data", sandbox.Data);
        var forget = await sandbox.Run("config", "forget", "--person", "margaret", "--data", sandbox.Data, "--as", "grace", "--yes");
        var show = await sandbox.Run("config", "show", before, "--files", "--data", sandbox.Data);
        var rollback = await sandbox.Run("config", "rollback", before, "--data", sandbox.Data, "--yes");

        Assert.Equal((1, 0), (asked.ExitCode, forget.ExitCode));
        Assert.Contains("1 entry of that name", forget.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)margaret|hamilton|12025550109", show.Output.Split('\n', 2)[1]); // the first line says who pushed what is in force
        Assert.Contains("participants: [forgotten-1]", show.Output, StringComparison.Ordinal);
        Assert.Contains("grace had a person taken out", show.Output, StringComparison.Ordinal);
        Assert.Equal((1, true), (rollback.ExitCode, rollback.Errors.Contains("grace had a person taken out", StringComparison.Ordinal)));
        Assert.Equal(1, (await sandbox.Run("config", "forget", "--person", "margaret", "--data", sandbox.Data, "--yes")).ExitCode);
    }

    [Fact]
    public async Task V37_Forget_OfAPersonWhoIsInForce_SaysThatTheyStayThere()
    {
        using var sandbox = new Sandbox();
        Assert.Equal(0, (await sandbox.Run("config", "push", "config", "--data", sandbox.Data, "--yes")).ExitCode);

        var forget = await sandbox.Run("config", "forget", "--person", "ada", "--data", sandbox.Data, "--yes");

        Assert.Equal((1, true), (forget.ExitCode, forget.Errors.Contains("is in force and has ada", StringComparison.Ordinal)));
        Assert.Contains("Ada", (await sandbox.Run("config", "show", "--files", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
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
