using System.Text;
using Incidents.Cli.Coverage;

namespace Incidents.Cli.Tests.Coverage;

public class AlarmListingTests
{
    [Fact]
    public void Pages_OneALine_AreOneListing_AndAnAlarmCountsOnce()
    {
        var listing = Read($"{Described.Page(Described.Alarm("a"))}\n{Described.Page(Described.Alarm("a"), Described.Alarm("b", rule: "ALARM(a)"))}\n");

        Assert.Equal(["a", "b"], listing.Alarms.Select(alarm => alarm.Name));
        Assert.Equal(["a"], listing.Alarms[1].Children);
        Assert.Empty(listing.Problems);
    }

    [Fact]
    public void BrokenPage_IsNamedWithItsPlace_AndThoseBeforeItCount()
    {
        var listing = Read($"{Described.Page(Described.Alarm("a"))}\n{{\"MetricAlarms\": [}}");

        Assert.Single(listing.Alarms);
        Assert.StartsWith("alarms.json:2:19: this is no JSON", Assert.Single(listing.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"MetricAlarms\": [{\"AlarmName\": \"a\"}]}", "alarms.json:1: MetricAlarms[0]: no AlarmArn")]
    [InlineData("{\"MetricAlarms\": [7]}", "alarms.json:1: MetricAlarms[0]: no AlarmArn")]
    [InlineData("\n[\"a\"]", "alarms.json:2: neither MetricAlarms nor CompositeAlarms")]
    [InlineData("{\"MetricAlarms\": [], \"NextToken\": \"x\"}", "alarms.json:1: the answer goes on (NextToken)")]
    [InlineData("{\"MetricAlarms\": {}}", "alarms.json: no alarms")]
    [InlineData("", "alarms.json: no alarms")]
    [InlineData("\0\u0001", "alarms.json:1:1: this is no JSON")]
    public void OddInput_IsAProblemWithItsPlace(string json, string says) =>
        Assert.StartsWith(says, Assert.Single(Read(json).Problems), StringComparison.Ordinal);

    [Fact]
    public void NestedWithoutEnd_IsRefused() => Assert.Contains("this is no JSON", Assert.Single(Read(new string('[', 100_000)).Problems), StringComparison.Ordinal);

    [Fact]
    public void OddFieldsOfAnAlarm_AreAsIfTheyWereNotThere()
    {
        var alarm = Assert.Single(Read("""{"MetricAlarms":[{"AlarmArn":"arn:aws:cloudwatch:eu-west-1:123456789012:alarm:a","ActionsEnabled":"yes","AlarmActions":[1,null],"OKActions":{}}]}""").Alarms);

        Assert.False(alarm.ActionsEnabled);
        Assert.Empty(alarm.AlarmActions);
        Assert.Empty(alarm.OkActions);
    }

    private static AlarmListing Read(string json) => AlarmListing.Read("alarms.json", Encoding.UTF8.GetBytes(json));
}
