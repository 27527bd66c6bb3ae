namespace Incidents.EndToEnd.Tests;

/// <summary>How a response is directed from a terminal.</summary>
public class DirectingTests
{
    [Fact]
    public async Task EveryAction_AnswersInOneLine_AndShowTellsHowItStands()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        await sandbox.Run("declare", "checkout is down", "--service", "checkout", "--sev", "2", "--data", sandbox.Data);
        await sandbox.Run("declare", "payments are slow", "--service", "payments", "--sev", "2", "--data", sandbox.Data);

        await Says("^INC-1 escalated to (step 2|the catch-all), Sev2, checkout; (paged|still paging) .+", "escalate", "INC-1");
        await Says("^INC-1 reassigned to ada, Sev2, checkout; (paged|still paging) Ada Lovelace on ", "reassign", "INC-1", "ada");
        await Says("^INC-1 asked grace for help, Sev2, checkout; (paged|still paging) Grace Hopper on ", "page-also", "1", "grace");
        await Says("^INC-1 is Sev1 now, checkout$", "severity", "INC-1", "1", "--why", "nobody can pay");
        await Says("^INC-1: Grace Hopper is commander$", "role", "INC-1", "commander", "grace");
        await Says("^INC-1 snoozed until 20.+Z, Sev1, checkout$", "snooze", "INC-1", "30m", "--as", "ada");
        await Says("^INC-1 mitigated, Sev1, checkout$", "mitigate", "INC-1");
        await Says("^INC-1 linked to INC-2$", "link", "INC-1", "INC-2");

        var shown = (await sandbox.Run("show", "INC-1", "--data", sandbox.Data)).Output;
        Assert.Matches("has it +Ada Lovelace", shown);
        Assert.Matches("leads +Grace Hopper", shown);
        Assert.Matches("snoozed until +20.+Z", shown);
        Assert.Matches("next +the snooze ends and pages .+ at 20", shown);
        Assert.Matches("has to do with +INC-2", shown);
        Assert.Matches("sent +Ada Lovelace on Slack", shown);

        await Says("^INC-2 merged into INC-1 and resolved as a duplicate$", "merge", "INC-2", "INC-1");
        await Says("^INC-1 resolved, Sev1, checkout", "resolve", "INC-1", "--reason", "false-alarm");
        await Says("^INC-1 reopened and acknowledged, Sev1, checkout", "reopen", "INC-1", "--why", "it was none");

        async Task Says(string line, params string[] arguments)
        {
            var finished = await sandbox.Run([.. arguments, "--data", sandbox.Data]);
            Assert.True(finished.ExitCode == 0, finished.Errors);
            Assert.Matches(line, finished.Output);
            Assert.DoesNotContain('\n', finished.Output);
        }
    }

    [Fact]
    public async Task ARefusal_IsOneLineThatSaysWhy()
    {
        using var sandbox = new Sandbox();
        await sandbox.Up();
        await sandbox.Run("declare", "checkout is down", "--service", "checkout", "--sev", "1", "--data", sandbox.Data);

        await Refuses("nobody is called \"chuck\"", "reassign", "INC-1", "chuck");
        await Refuses("within 4 hours for a Sev1", "snooze", "INC-1", "5h");
        await Refuses("until is 30m, 1h, 4h, a clock time", "snooze", "INC-1", "later");
        await Refuses("INC-7, which does not exist", "merge", "INC-1", "INC-7");
        await Refuses("it has that severity", "severity", "INC-1", "1");

        async Task Refuses(string why, params string[] arguments)
        {
            var finished = await sandbox.Run([.. arguments, "--data", sandbox.Data]);
            Assert.Equal(1, finished.ExitCode);
            Assert.Contains(why, finished.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', finished.Errors);
        }
    }
}
