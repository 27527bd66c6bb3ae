namespace Incidents.EndToEnd.Tests;

/// <summary>Who acts from a terminal: one of the people, never the login of the operating system.</summary>
public class WhoAmITests
{
    [Fact]
    public async Task V09_Acknowledge_AsNoneOfThePeople_IsRefused_AndWhoIsKeptActs()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        await sandbox.Run("alarm", "checkout", "--data", sandbox.Data);

        var refused = await sandbox.Run("ack", "INC-1", "--as", "zork", "--data", sandbox.Data);
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("zork", refused.Errors, StringComparison.Ordinal);
        Assert.Contains("did you mean grace", (await sandbox.Run("ack", "INC-1", "--as", "grcae", "--data", sandbox.Data)).Errors, StringComparison.Ordinal);

        Assert.Equal(1, (await sandbox.Run("whoami", "--data", sandbox.Data)).ExitCode);
        Assert.Equal(1, (await sandbox.Run("whoami", "zork", "--data", sandbox.Data)).ExitCode);
        Assert.Contains("no person is named", (await sandbox.Run("note", "INC-1", "looking", "--data", sandbox.Data)).Errors, StringComparison.Ordinal);

        Assert.StartsWith("grace (", (await sandbox.Run("whoami", "grace", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
        Assert.StartsWith("grace (", (await sandbox.Run("whoami", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
        Assert.Equal("", (await sandbox.Run("ack", "INC-1", "--for", "1h", "--data", sandbox.Data)).Errors);
        Assert.Contains("Grace", (await sandbox.Run("show", "INC-1", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task V09_Merge_IsTheActOfWhoIsKept_LikeEveryOther()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        await sandbox.Run("declare", "one", "--service", "checkout", "--data", sandbox.Data);
        await sandbox.Run("declare", "two", "--service", "checkout", "--data", sandbox.Data);
        await sandbox.Run("whoami", "grace", "--data", sandbox.Data);

        var merged = await sandbox.Run("merge", "INC-2", "INC-1", "--data", sandbox.Data);

        Assert.Equal((0, ""), (merged.ExitCode, merged.Errors));
        Assert.Contains("Grace Hopper merged it into INC-1", (await sandbox.Run("show", "INC-2", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
    }
}
