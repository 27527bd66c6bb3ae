using System.Text.Json;

namespace Incidents.Cli.Tests.Coverage;

public class CoverageCommandTests
{
    [Fact]
    public async Task File_IsTold_WithSummaryAndLines_InWordsAndInJson()
    {
        using var sandbox = new Sandbox();
        var file = sandbox.File("alarms.json", Described.Page(Described.Alarm("checkout-5xx", actions: [], ok: []), Described.Alarm("payments-errors")));

        var words = await sandbox.Run("alarms", "coverage", file, "--topic", Described.Topic);
        var json = await sandbox.Run("alarms", "coverage", file, "--json");

        Assert.Equal(0, words.ExitCode);
        Assert.Contains("2 alarms: 1 wired, 0 by a composite, 0 without OK action, 0 with actions off, 1 not wired", words.Output, StringComparison.Ordinal);
        Assert.Contains($"AlarmActions: [\"{Described.Topic}\"]", words.Output, StringComparison.Ordinal);
        using var answer = JsonDocument.Parse(json.Output);
        Assert.Equal(("notWired", "checkout"), (answer.RootElement.GetProperty("alarms")[0].GetProperty("wiring").GetString(), answer.RootElement.GetProperty("alarms")[0].GetProperty("service").GetString()));
    }

    [Fact]
    public async Task ServiceThatClaimsByTags_IsNamed_ForTheListingHoldsNone()
    {
        using var sandbox = new Sandbox();
        var file = sandbox.File("alarms.json", Described.Page(Described.Alarm("checkout-5xx")));
        sandbox.File("oncall.yaml", "people:\n  ada: { name: Ada, slack: U012ABCDEF }\nservices:\n  shop: { alarm_tags: { team: shop } }\ncatch_all: { targets: [person: ada] }\nchannels: { slack_only: for a trial }\n");

        var words = await sandbox.Run("alarms", "coverage", file, "--config", sandbox.Data);
        var check = await sandbox.Run("check", sandbox.Data, "--alarms", file);

        Assert.Contains("describe-alarms tells no tags: what shop would claim by alarm_tags is not shown here", words.Output, StringComparison.Ordinal);
        Assert.Contains("so the catch-all is paged unless it carries the `alarm_tags` of one.", check.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.json", "--json", "nowhere.json cannot be read")]
    [InlineData("nowhere.json", "--topic=x", "x is no ARN of an SNS topic")]
    public async Task Mistake_IsNamed(string file, string option, string says)
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run("alarms", "coverage", file, option);

        Assert.Equal(option == "--json" ? 1 : 2, run.ExitCode);
        Assert.Contains(says, run.Errors, StringComparison.Ordinal);
    }
}
