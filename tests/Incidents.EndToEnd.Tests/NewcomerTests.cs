namespace Incidents.EndToEnd.Tests;

/// <summary>What a newcomer does in the first five minutes.</summary>
public class NewcomerTests
{
    [Fact]
    public async Task FromTheFirstAlarmToAPostmortem()
    {
        using var sandbox = new Sandbox();
        await sandbox.UpProcess();

        var alarm = await sandbox.RunProcess("alarm", "checkout", "--data", sandbox.Data);
        Assert.Matches("^INC-1 triggered, Sev1, checkout; paged .+ on Slack$", alarm.Output);
        Assert.StartsWith("INC-1 acknowledged, Sev1, checkout", (await sandbox.RunProcess("ack", "INC-1", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
        Assert.Contains("has it", (await sandbox.RunProcess("ack", "INC-1", "--data", sandbox.Data)).Errors, StringComparison.OrdinalIgnoreCase);
        await sandbox.RunProcess("note", "INC-1", "looking at it", "--data", sandbox.Data);
        Assert.StartsWith("INC-1 recovered", (await sandbox.RunProcess("alarm", "checkout", "--ok", "--data", sandbox.Data)).Output, StringComparison.Ordinal);

        var story = (await sandbox.RunProcess("show", "INC-1", "--data", sandbox.Data)).Output;
        Assert.Contains("looking at it", story, StringComparison.Ordinal);
        Assert.Contains("A postmortem draft is ready", story, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnIncidentWithoutAnAlarm()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();

        Assert.Matches("^INC-1 triggered, Sev1, checkout; paged .+ on Slack$", (await sandbox.Run("declare", "checkout is down", "--service", "checkout", "--sev", "1", "--data", sandbox.Data)).Output);
        Assert.Matches("INC-1 +triggered +Sev1", (await sandbox.Run("list", "--data", sandbox.Data)).Output);
        Assert.StartsWith("INC-1 resolved", (await sandbox.Run("resolve", "1", "--data", sandbox.Data)).Output, StringComparison.Ordinal);

        var unknown = await sandbox.Run("declare", "x", "--service", "nothing", "--data", sandbox.Data);
        Assert.Equal(1, unknown.ExitCode);
        Assert.Contains("nothing", unknown.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SeveralAlarmsInOneFile_EachSayWhatTheyDid()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        var file = sandbox.File("alarms.ndjson", Sandbox.AlarmOf("checkout-a", "2026-09-14T11:18:44.401+0000") + "\n" + Sandbox.AlarmOf("payments-b", "2026-09-14T11:18:45.401+0000") + "\nnot JSON at all\n");

        var lines = (await sandbox.Run("alarm", file, "--data", sandbox.Data)).Output.Split('\n');

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches("^INC-", line));
    }
}
