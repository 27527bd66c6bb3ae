namespace Incidents.Cli.Tests;

/// <summary>What a newcomer does in the first five minutes.</summary>
public class NewcomerTests
{
    [Fact]
    public async Task FromTheFirstAlarmToAPostmortem()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();

        var alarm = await sandbox.Run("alarm", "checkout", "--data", sandbox.Data);
        Assert.Matches("^INC-1 triggered, Sev1, checkout; paged .+ on Slack$", alarm.Output);
        Assert.StartsWith("INC-1 acknowledged, Sev1, checkout", (await sandbox.Run("ack", "INC-1", "--data", sandbox.Data)).Output, StringComparison.Ordinal);
        Assert.Contains("has it", (await sandbox.Run("ack", "INC-1", "--data", sandbox.Data)).Errors, StringComparison.OrdinalIgnoreCase);
        await sandbox.Run("note", "INC-1", "looking at it", "--data", sandbox.Data);
        Assert.StartsWith("INC-1 recovered", (await sandbox.Run("alarm", "checkout", "--ok", "--data", sandbox.Data)).Output, StringComparison.Ordinal);

        var story = (await sandbox.Run("show", "INC-1", "--data", sandbox.Data)).Output;
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
        var file = sandbox.File("alarms.ndjson", Body("checkout-a", "2026-09-14T11:18:44.401+0000") + "\n" + Body("payments-b", "2026-09-14T11:18:45.401+0000") + "\nnot JSON at all\n");

        var lines = (await sandbox.Run("alarm", file, "--data", sandbox.Data)).Output.Split('\n');

        Assert.NotEmpty(lines);
        Assert.All(lines, line => Assert.Matches("^INC-", line));
    }

    internal static string Body(string name, string changed) =>
        $$"""{"AlarmName":"{{name}}","AWSAccountId":"123456789012","NewStateValue":"ALARM","NewStateReason":"because","StateChangeTime":"{{changed}}","Region":"EU (Ireland)","AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{{name}}"}""";
}
