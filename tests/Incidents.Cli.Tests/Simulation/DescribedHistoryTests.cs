using System.Text.Json.Nodes;
using Incidents.Cli.Checking;
using Incidents.Cli.Simulation;
using NodaTime;
using NodaTime.Text;
using static Incidents.Cli.Tests.Simulation.Histories;

namespace Incidents.Cli.Tests.Simulation;

/// <summary>What `aws cloudwatch describe-alarm-history` prints, as a history.</summary>
public class DescribedHistoryTests
{
    private static readonly string One = Path.Combine(Repository.Root, "tests", "payloads", "cloudwatch", "history", "one-metric-alarm.json");

    private static readonly AlarmPlace Ireland = new("123456789012", "eu-west-1");

    [Fact]
    public async Task V44_Simulate_OnDescribeAlarmHistory_SaysWhoWouldHaveBeenPaged()
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run("simulate", "--alarms", One);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("2026-10-25 00:30:00Z  INC-1     Sev2 checkout", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("left out", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--account", "12", "--account 12 is no AWS account: write its 12 digits")]
    [InlineData("--region", "Ireland", "--region Ireland is no AWS region: write its code, such as eu-west-1")]
    public async Task V44_Simulate_WhenTheOptionsNameNoPlace_SaysSo(string option, string value, string says)
    {
        using var sandbox = new Sandbox();

        var run = await sandbox.Run("simulate", "--alarms", One, option, value);

        Assert.Equal((2, says), (run.ExitCode, run.Errors.Replace("incidents: ", "", StringComparison.Ordinal)));
    }

    [Fact]
    public void V44_History_NewestFirst_IsReplayedOldestFirst_AlsoWhereTimesAreEqual()
    {
        var text = Page(Item("b", "OK", Minutes(9)), Item("a", "OK", Minutes(5), "ALARM"), Item("a", "ALARM", Minutes(5)), Item("b", "ALARM", Minutes(1))).ToString();

        var history = AlarmHistory.Read(text, Ireland);

        Assert.Equal([("b", 1), ("a", 5), (null, 5), (null, 9)], history.Alarms.Select(alarm => (alarm.Fires, (int)(alarm.At - Night).TotalMinutes)));
        Assert.Empty(history.Unusable);
    }

    [Theory]
    [InlineData("one after the other")]
    [InlineData("a line each")]
    [InlineData("a list")]
    [InlineData("the items alone")]
    public void V44_Pages_HoweverTheyAreJoined_AreOneHistory(string joined)
    {
        JsonObject[] pages = [Page(Item("b", "OK", Minutes(9)), Item("b", "ALARM", Minutes(4))), Page(Item("a", "ALARM", Minutes(2)))];
        pages[0]["NextToken"] = "more";
        var indented = new System.Text.Json.JsonSerializerOptions { WriteIndented = true };
        var text = joined switch
        {
            "one after the other" => string.Join("\n", pages.Select(page => page.ToJsonString(indented))),
            "a line each" => string.Join("\n", pages.Select(page => page.ToJsonString())),
            "a list" => new JsonArray([.. pages]).ToJsonString(indented),
            _ => new JsonArray([.. pages.SelectMany(page => page["AlarmHistoryItems"]!.AsArray()).Select(item => item!.DeepClone())]).ToJsonString(indented),
        };

        var history = AlarmHistory.Read("\uFEFF" + text, Ireland);

        Assert.Equal(["a", "b", null], history.Alarms.Select(alarm => alarm.Fires));
        Assert.Empty(history.Unusable);
    }

    [Fact]
    public void V44_Answer_ThatGoesOn_IsSaidSo()
    {
        var page = Page(Item("a", "ALARM", Night));
        page["NextToken"] = "more";

        Assert.StartsWith("line 1: the answer goes on (NextToken). ", Assert.Single(AlarmHistory.Read(page.ToString(), Ireland).Unusable), StringComparison.Ordinal);
    }

    [Fact]
    public void V44_Items_OfOtherTypes_AreLeftOut_AndSayWhereTheAlarmIs()
    {
        var action = Item("a", "ALARM", Minutes(1));
        action["HistoryItemType"] = "Action";
        action["HistoryData"] = """{"actionState":"Succeeded","notificationResource":"arn:aws:sns:eu-north-1:999999999999:t","publishedMessage":"{\"AlarmArn\":\"arn:aws:cloudwatch:us-east-1:111122223333:alarm:a\"}"}""";
        var contributor = Item("a", "ALARM", Minutes(2));
        contributor["HistoryItemType"] = "AlarmContributorStateUpdate";

        var history = AlarmHistory.Read(Page(contributor, action, Item("a", "ALARM", Night), Item("b", "ALARM", Night)).ToString(), Ireland);

        Assert.Empty(history.Unusable);
        Assert.Equal([("b", "123456789012", "eu-west-1"), ("a", "111122223333", "us-east-1")], history.Alarms.Select(alarm => (alarm.Fires!, alarm.Origin!.Account, alarm.Origin.Region)));
    }

    [Fact]
    public async Task V44_Composite_IsOneIncidentWithItsChild()
    {
        const string child = "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:checkout-5xx";
        var composite = Item("checkout-degraded", "ALARM", Minutes(1));
        composite["AlarmType"] = "CompositeAlarm";
        composite["HistoryData"] = """{"version":"1.0","oldState":{"stateValue":"OK","stateReason":"x"},"newState":{"stateValue":"ALARM","stateReason":"CHILD transitioned to ALARM","stateReasonData":{"triggeringAlarms":[{"arn":"CHILD","state":{"value":"ALARM","timestamp":"2026-09-14T01:00:00.000+0000"}}]}}}""".Replace("CHILD", child, StringComparison.Ordinal);

        var history = AlarmHistory.Read(Page(composite, Item("checkout-5xx", "ALARM", Night)).ToString(), AlarmPlace.Unknown);
        var report = await SimulationReport.Run(history, Team, null, CancellationToken.None);

        Assert.Equal((2, 1), (report.Alarms, report.Incidents));
        Assert.Equal("eu-west-1", history.Alarms[1].Origin!.Region);
    }

    [Theory]
    [InlineData("HistoryItemType", null, "no item with a HistoryItemType")]
    [InlineData("AlarmName", null, "AlarmName is missing")]
    [InlineData("Timestamp", "yesterday", "Timestamp is no time")]
    [InlineData("Timestamp", null, "Timestamp is no time")]
    [InlineData("HistoryData", "{\"newState\":{\"stateValue\":\"PURPLE\"}}", "HistoryData names no new state")]
    [InlineData("HistoryData", "{}", null)]
    [InlineData("HistoryData", "{\"newState\":{\"stateValue\":\"ALARM\",\"stateReason\":\"cut of", null)]
    public void V44_Item_ThatCannotBeRead_IsNamedWithTheFix_AndTheOthersAreReplayed(string field, string? value, string? problem)
    {
        var broken = Item("a", "ALARM", Minutes(1));
        broken[field] = value;
        if (value is null)
        {
            broken.Remove(field);
        }

        var history = AlarmHistory.Read(Page(Item("b", "ALARM", Minutes(2)), broken).ToString(), Ireland);

        Assert.Equal(problem is null ? ["a", "b"] : ["b"], history.Alarms.Select(alarm => alarm.Fires));
        Assert.Equal(problem is null ? [] : [$"line 1, AlarmHistoryItems[1]: {problem}"], history.Unusable.Select(one => one[..Math.Min(one.Length, 30 + (problem?.Length ?? 0))]));
    }

    [Fact]
    public void V44_Document_ThatIsNoJson_IsNamedByItsLine_AndThoseAfterItAreReplayed()
    {
        var text = $"{Page(Item("a", "ALARM", Night)).ToJsonString()}\n{{\"AlarmHistoryItems\": [\n{Page(Item("b", "ALARM", Minutes(1)))}\n[{{\n{Change("c", "ALARM", Minutes(3))}\n{{\"AlarmHistoryItems\": 7}}\n";

        var history = AlarmHistory.Read(text, Ireland);

        Assert.Equal(["a", "b", "c"], history.Alarms.Select(alarm => alarm.Fires));
        Assert.Contains(history.Unusable, one => one.Contains(": this is no JSON. Give what", StringComparison.Ordinal));
        Assert.Contains(history.Unusable, one => one.Contains(": AlarmHistoryItems is no list. Give what", StringComparison.Ordinal));
    }

    [Fact]
    public void V44_Check_OnDescribeAlarmHistory_KnowsTheNames() =>
        Assert.Equal(["a"], AlarmNames.Read("h.json", System.Text.Encoding.UTF8.GetBytes(Page(Item("a", "ALARM", Night)).ToString())).Names);

    private static Instant Minutes(int minutes) => Night + Duration.FromMinutes(minutes);

    private static JsonObject Page(params JsonObject[] items) => new() { ["AlarmHistoryItems"] = new JsonArray([.. items]) };

    private static JsonObject Item(string alarm, string state, Instant at, string? from = null) => new()
    {
        ["AlarmName"] = alarm,
        ["AlarmType"] = "MetricAlarm",
        ["Timestamp"] = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.ffffff'+00:00'").Format(at),
        ["HistoryItemType"] = "StateUpdate",
        ["HistorySummary"] = $"Alarm updated from {from ?? "OK"} to {state}",
        ["HistoryData"] = new JsonObject { ["version"] = "1.0", ["oldState"] = new JsonObject { ["stateValue"] = from ?? "OK" }, ["newState"] = new JsonObject { ["stateValue"] = state, ["stateReason"] = "x" } }.ToJsonString(),
    };
}
