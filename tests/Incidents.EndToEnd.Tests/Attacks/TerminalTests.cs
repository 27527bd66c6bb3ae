using Incidents.Cli.Terminal;

namespace Incidents.EndToEnd.Tests.Attacks;

/// <summary>Text from outside on a terminal: shown, and never obeyed.</summary>
public class TerminalTests
{
    /// <summary>Clears the screen, sets the title, moves the cursor, overwrites a line, turns the direction.</summary>
    private const string Name = "payments-esc\\u001b[2J";

    private const string Alarm = $$"""
        {
         "AlarmName": "{{Name}}", "AlarmDescription": "desc \u001b[31m", "AWSAccountId": "123456789012", "NewStateValue": "ALARM", "OldStateValue": "OK",
         "NewStateReason": "\u001b]0;pwned\u0007\u001b[2J\u001b[H reason \u202e rtl \r overwritten\b\b \u009b31m \u2066x\u2069\nINC-9 resolved",
         "StateChangeTime": "2026-11-30T12:33:37.000+0000", "Region": "EU (Ireland)", "AlarmArn": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{{Name}}"
        }
        """;

    private const string History = $$$"""{"AlarmHistoryItems":[{"AlarmName":"{{{Name}}}","AlarmType":"MetricAlarm","Timestamp":"2026-09-14T03:12:00+00:00","HistoryItemType":"StateUpdate","HistorySummary":"Alarm updated from OK to ALARM","HistoryData":"{\"version\":\"1.0\",\"oldState\":{\"stateValue\":\"OK\"},\"newState\":{\"stateValue\":\"ALARM\",\"stateReason\":\"x\"}}"}]}""";

    private const string Described = $$$"""{"MetricAlarms":[{"AlarmName":"{{{Name}}}","AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:{{{Name}}}","ActionsEnabled":true,"AlarmActions":[],"StateValue":"OK"}],"CompositeAlarms":[]}""";

    [Fact]
    public async Task V35_TextFromOutside_InEveryCommandThatShowsIt_IsVisibleText()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        var (alarm, history, described) = (sandbox.File("alarm.json", Alarm), sandbox.File("history.json", History), sandbox.File("described.json", Described));
        await sandbox.Run("alarm", alarm, "--data", sandbox.Data);
        await sandbox.Run("note", "1", "a note\u001b[2J\u202e\nINC-8 resolved", "--data", sandbox.Data);
        string[][] commands =
        [
            ["alarm", alarm], ["show", "1"], ["list"], ["ack", "1", "--as", "grace\u001b[2J"], ["show", "x\u001b[2J"], ["note", "1", "again\u001b[2J"], ["title", "1", "t\u001b[2J\u202e"], ["list"],
        ];

        foreach (var command in commands)
        {
            Shows(await sandbox.Run([.. command, "--data", sandbox.Data]), command);
        }

        foreach (var command in (string[][])[["simulate", history], ["simulate", history, "--json"], ["alarms", described], ["alarms", described, "--json"], ["check", "nothing\u001b[2J"], ["no\u001b[2Jcommand"], ["alarm", "no\u001b[2Jservice"]])
        {
            Shows(await sandbox.Run(command), command);
        }

        var story = (await sandbox.Run("show", "1", "--data", sandbox.Data)).Output;
        Assert.Contains("payments-esc\\u001b[2J", story, StringComparison.Ordinal);
        Assert.Contains("\\u202e rtl", story, StringComparison.Ordinal);
        Assert.DoesNotContain(story.Split('\n'), line => line.StartsWith("INC-8", StringComparison.Ordinal) || line.StartsWith("INC-9", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a\u001b[2Jb", "a\\u001b[2Jb")]
    [InlineData("a\rb", "a\\u000db")]
    [InlineData("a\r\nb", "a\r\nb")]
    [InlineData("a\tb\nc", "a\tb\nc")]
    [InlineData("\u007f\u009b", "\\u007f\\u009b")]
    [InlineData("\u202eab\u2066\u200f\u061c", "\\u202eab\\u2066\\u200f\\u061c")]
    [InlineData("\u2028\u0000", "\\u2028\\u0000")]
    [InlineData("Zoë 🚒 日本", "Zoë 🚒 日本")]
    public void V35_Text_WithCharactersATerminalObeys_ShowsThem(string text, string shown)
    {
        using var written = new StringWriter();
        using var terminal = new TerminalWriter(written, "standard output");

        terminal.Write(text);
        text.ToList().ForEach(terminal.Write);
        terminal.Write("{0}", text);

        Assert.Equal(shown, VisibleText.Of(text));
        Assert.DoesNotContain(written.ToString().Replace("\r\n", "\n", StringComparison.Ordinal), c => char.IsControl(c) && c is not ('\n' or '\t'));
    }

    [Theory]
    [InlineData(">/dev/full")]
    [InlineData(">&-")]
    public async Task V35_StandardOutput_FullOrClosed_IsOneLine(string redirection)
    {
        using var sandbox = new Sandbox();
        string[][] commands = [["check"], ["up", "--data", sandbox.Data, "--port", $"{sandbox.Port}"]];

        foreach (var command in commands)
        {
            var finished = await sandbox.RunRedirected(redirection, command);

            Assert.True(finished.ExitCode == 1, $"{string.Join(' ', command)}: {finished.ExitCode} {finished.Errors}");
            Assert.StartsWith("incidents: standard output cannot be written: ", Assert.Single(finished.Errors.Split('\n')), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("check", "--json")]
    [InlineData("cost")]
    [InlineData("cost", "--json")]
    [InlineData("oncall", "--config", "config")]
    [InlineData("--help")]
    [InlineData("schema")]
    public async Task V35_StandardOutput_Full_InCommandsThatWriteInOtherWays_IsOneLine(params string[] command)
    {
        using var full = new FullDisk();

        var finished = await InProcess.Run(command, new Dictionary<string, string?>(), to: full);

        Assert.Equal((1, "incidents: standard output cannot be written: No space left on device"), (finished.ExitCode, finished.Errors));
    }

    [Fact]
    public async Task V35_Up_WhenItsOutputIsFullLater_GoesOn()
    {
        using var writer = new TerminalWriter(new FullDisk(), "standard output");
        await Assert.ThrowsAsync<OutputClosedException>(() => Task.Run(() => writer.WriteLine("x")));

        writer.MayBeLost = true;
        writer.WriteLine("x");
    }

    private static void Shows(Finished finished, string[] command) => Assert.True(
        (finished.Output + finished.Errors).All(c => c is '\n' or '\t' || (!char.IsControl(c) && c is not ('\u202e' or '\u2066' or '\u2069'))), string.Join(' ', command));

    private sealed class FullDisk : StringWriter
    {
        private static IOException Full => new("No space left on device");

        public override void Write(string? value) => throw Full;

        public override void WriteLine() => throw Full;

        public override void WriteLine(string? value) => throw Full;
    }
}
